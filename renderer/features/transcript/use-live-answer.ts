import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { callsOf, reasoningOf } from '../../../preload/contract/answer-parts';
import type { Message } from '../../../preload/contract/history';
import type { ToolCallPart } from '../../../preload/contract/parts';
import {
  liveCalls,
  liveReasoning,
  liveStreamedText,
  liveText,
  onLiveAnswer,
} from '../../stores/live-answers';
import { type StreamedText, streamedText } from '../../stores/streamed-text';
import { messageText } from '../../stores/transcript';

const useLive = <T>({ id, status }: Message, read: (messageId: string) => T | undefined): T | undefined => {
  const subscribe = useCallback((listener: () => void) => onLiveAnswer(id, listener), [id]);
  const live = useSyncExternalStore(subscribe, () => read(id));
  return status === 'streaming' ? live : undefined;
};

/** The text of a message: what came so far while it is being written, else what was written down. */
export const useLiveText = (message: Message): string => useLive(message, liveText) ?? messageText(message);

/** The same as one who reads each token needs it: only its end is another one then. */
export const useLiveStreamedText = (message: Message): StreamedText => {
  const written = useMemo(() => streamedText(messageText(message)), [message]);
  return useLive(message, liveStreamedText) ?? written;
};

/** What the model thought before it answered, likewise. */
export const useLiveReasoning = (message: Message): string =>
  useLive(message, liveReasoning) ?? reasoningOf(message.parts);

/** The calls that a message asks for, likewise. */
export const useLiveCalls = (message: Message): readonly ToolCallPart[] => {
  const written = useMemo(() => callsOf(message.parts), [message.parts]);
  return useLive(message, liveCalls) ?? written;
};
