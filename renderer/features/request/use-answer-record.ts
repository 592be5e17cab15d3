import { useEffect, useState } from 'react';
import type { AnswerRecord } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import type { AppError } from '../../../preload/contract/result';
import { toAppError } from '../../../preload/contract/result';
import { request } from '../../ipc/client';

/** The exact JSON of an answer, once main has put it together. */
export interface LoadedRecord {
  readonly record: AnswerRecord | null;
  readonly error: AppError | null;
}

const LOADING: LoadedRecord = { record: null, error: null };

/** Asks for the record of an answer. */
export const useAnswerRecord = ({ chatId, id: messageId }: Message): LoadedRecord => {
  const [loaded, setLoaded] = useState(LOADING);
  useEffect(() => {
    let wanted = true;
    request('chat.answerRecord', { chatId, messageId }).then(
      (record) => wanted && setLoaded({ record, error: null }),
      (thrown: unknown) => wanted && setLoaded({ record: null, error: toAppError(thrown) }),
    );
    return () => {
      wanted = false;
    };
  }, [chatId, messageId]);
  return loaded;
};
