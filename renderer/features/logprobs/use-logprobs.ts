import { useEffect, useState } from 'react';
import type { Message } from '../../../preload/contract/history';
import type { TokenChance } from '../../../preload/contract/logprobs';
import type { AppError } from '../../../preload/contract/result';
import { toAppError } from '../../../preload/contract/result';
import { request } from '../../ipc/client';

interface Logprobs {
  readonly tokens: readonly TokenChance[] | null;
  readonly error: AppError | null;
}

/** The probabilities of a reply's tokens; null while they are read. */
export const useLogprobs = ({ chatId, id: messageId }: Message): Logprobs => {
  const [found, setFound] = useState<Logprobs>({ tokens: null, error: null });
  useEffect(() => {
    let wanted = true;
    request('chat.logprobs', { chatId, messageId }).then(
      (tokens) => wanted && setFound({ tokens, error: null }),
      (thrown: unknown) => wanted && setFound({ tokens: null, error: toAppError(thrown) }),
    );
    return () => {
      wanted = false;
    };
  }, [chatId, messageId]);
  return found;
};
