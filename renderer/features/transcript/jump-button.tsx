import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { useConversation } from '../../stores/conversation-store';
import { hasEnd } from '../../stores/transcript';
import { Button } from '../../ui/button';
import styles from './transcript.module.css';
import { useLiveText } from './use-live-answer';

const NewLetters = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const { length } = useLiveText(message);
  const [before] = useState(length);
  return length > before && <span>{t('reading.newLetters', { count: length - before })}</span>;
};

/** What came at the end since the reader left it: messages, or else more of the last one. */
const NewBelow = () => {
  const { t } = useTranslation();
  const { transcript } = useConversation();
  const [before] = useState(transcript.length);
  const count = transcript.length - before;
  const last = hasEnd(transcript) ? transcript.entries.at(-1)?.message : undefined;
  if (count > 0) return <span>{t('reading.newMessages', { count })}</span>;
  return last !== undefined && <NewLetters key={last.id} message={last} />;
};

/** Goes to the end. Mounted while the reader is away from it. */
export const JumpButton = ({ onJump }: { readonly onJump: () => void }) => {
  const { t } = useTranslation();
  return (
    // The name stays the same while what came is counted: nobody wants to hear every number.
    <Button
      className={styles.jump}
      aria-label={t('transcript.jumpToLatest')}
      icon={<ArrowDown size={14} aria-hidden />}
      onClick={onJump}
    >
      {t('transcript.jumpToLatest')}
      <NewBelow />
    </Button>
  );
};
