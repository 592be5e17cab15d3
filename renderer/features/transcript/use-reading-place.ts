import { type RefObject, useEffect, useState } from 'react';
import { noteReading } from '../../actions/reading';
import { useConversation } from '../../stores/conversation-store';
import { entryAt } from '../../stores/transcript';
import type { RowView } from './row-view';
import type { StartPlace } from './use-rows';

/** Where the reader left the chat that is shown first; null: at its end. */
export const useStartPlace = (): StartPlace | null => {
  const [start] = useState(() => {
    const { place, transcript } = useConversation.getState();
    const nth = transcript.entries.findIndex(({ message }) => message.id === place?.messageId);
    return place === null || nth < 0 ? null : { at: transcript.from + nth, offset: place.offset };
  });
  return start;
};

/** Lets the chat be opened again where it is read now. */
export const useReadingPlace = (view: RowView, scroller: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = scroller.current;
    const { chatId } = useConversation.getState();
    if (element === null || chatId === null) return undefined;
    const where = () => {
      const { place } = view;
      if (place === null) return null;
      const { transcript, chatId: current } = useConversation.getState();
      const messageId = current === chatId ? entryAt(transcript, place.at)?.message.id : undefined;
      return messageId === undefined ? undefined : { messageId, offset: place.offset };
    };
    const note = () => noteReading(chatId, where);
    element.addEventListener('scroll', note, { passive: true });
    // What is in view may load only now, or become a branch of its own that has other messages.
    const forget = useConversation.subscribe((now, before) => {
      if (now.chatId === chatId && now.transcript !== before.transcript) note();
    });
    return () => {
      element.removeEventListener('scroll', note);
      forget();
    };
  }, [view, scroller]);
};
