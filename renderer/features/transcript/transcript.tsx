import { ArrowDown } from 'lucide-react';
import { Fragment, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { loadEarlier } from '../../actions/open-chat';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import { useSeen } from '../../ui/use-seen';
import { Entry } from './entry';
import styles from './transcript.module.css';
import { useKeepPlace } from './use-keep-place';
import { useStickToEnd } from './use-stick-to-end';

const EarlierMessages = () => {
  const { t } = useTranslation();
  const load = useCallback(() => void loadEarlier(), []);
  const ref = useSeen<HTMLParagraphElement>(load);
  return (
    <p ref={ref} className={styles.earlier}>
      {t('transcript.loadingEarlier')}
    </p>
  );
};

/** The messages of the chat on screen. */
export const Transcript = () => {
  const { t } = useTranslation();
  const { chatId, transcript, estimate, phase } = useConversation();
  const { entries, before } = transcript;
  const openedKey = `${chatKey(chatId)} ${entries.length > 0 || phase === 'ready'}`;
  const { scroller, content, atEnd, onScroll, jumpToEnd } = useStickToEnd(openedKey);
  useKeepPlace(scroller, entries[0]?.message.id, openedKey);
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
        <div ref={content} role="log" aria-label={t('transcript.title')} className={styles.column}>
          {before !== null && <EarlierMessages key={before} />}
          {entries.map((entry) => (
            <Fragment key={entry.answers[0]?.id ?? entry.message.id}>
              {entry.message.id === estimate?.sentFromId && (
                <p className={styles.sentFrom}>{t('transcript.notSentAbove')}</p>
              )}
              <Entry entry={entry} />
            </Fragment>
          ))}
        </div>
      </div>
      {!atEnd && (
        <Button className={styles.jump} icon={<ArrowDown size={14} aria-hidden />} onClick={jumpToEnd}>
          {t('transcript.jumpToLatest')}
        </Button>
      )}
    </div>
  );
};
