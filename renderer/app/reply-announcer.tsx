import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Heard, nextSaid, nothingHeard } from '../features/transcript/spoken-text';
import { useConversation } from '../stores/conversation-store';
import { liveText } from '../stores/live-answers';
import { messageText, shownMessages, type Transcript } from '../stores/transcript';
import { useView } from '../stores/view-store';

/** How often what has come is read out, in milliseconds: a reader that is interrupted more often says nothing whole. */
const EVERY_MS = 1000;

/** The reply that is read out while it is written. Of several side by side none is: they would talk at once. */
const spokenId = (transcript: Transcript): string | null => {
  const end = transcript.entries.at(-1);
  return end?.message.status === 'streaming' && end.answers.length < 2 ? end.message.id : null;
};

const writtenText = (messageId: string): string => {
  const message = shownMessages(useConversation.getState().transcript).find(({ id }) => id === messageId);
  return message === undefined ? '' : messageText(message);
};

const useSaid = (): string => {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const id = useConversation(({ transcript }) => spokenId(transcript));
  const announcement = useView((state) => state.announcement);
  const heard = useRef<Heard & { readonly id: string | null }>({ ...nothingHeard, id: null });
  useEffect(() => {
    if (id === null) return undefined;
    heard.current = { ...nothingHeard, id };
    const timer = setInterval(() => {
      const next = nextSaid(liveText(id) ?? '', heard.current, t('reading.code'), false);
      heard.current = { ...next, id };
      if (next.said !== '') setSaid(next.said);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id, t]);
  useEffect(() => {
    if (announcement === 'none') return setSaid('');
    const last = heard.current;
    heard.current = { ...nothingHeard, id: null };
    const text = last.id === null ? '' : writtenText(last.id);
    const { said: rest } = nextSaid(text, last, t('reading.code'), true);
    setSaid(`${rest}\n${t(`transcript.${announcement}`)}`.trim());
  }, [announcement, t]);
  return said;
};

/** Reads a reply out to screen readers, sentence by sentence as it is written, and says when it has ended. */
export const ReplyAnnouncer = () => (
  <p role="status" className="hidden-visually">
    {useSaid()}
  </p>
);
