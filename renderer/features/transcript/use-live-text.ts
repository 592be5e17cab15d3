import { useCallback, useSyncExternalStore } from 'react';
import type { Message } from '../../../preload/contract/history';
import { liveText, onLiveText } from '../../stores/live-text';
import { messageText } from '../../stores/transcript';

/** The text of a message: what came so far while it is being written, else what was written down. */
export const useLiveText = (message: Message): string => {
  const { id } = message;
  const subscribe = useCallback((listener: () => void) => onLiveText(id, listener), [id]);
  const live = useSyncExternalStore(subscribe, () => liveText(id));
  return message.status === 'streaming' && live !== undefined ? live : messageText(message);
};
