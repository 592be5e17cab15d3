import { ArrowDown } from 'lucide-react';
import { Fragment, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { loadLater, openChatEnd } from '../../actions/open-at';
import { loadEarlier } from '../../actions/open-chat';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import { useSeen } from '../../ui/use-seen';
import { SentFromLine } from '../budget/sent-from-line';
import { useFoundMarks } from '../search/use-found-marks';
import { useGoToPlace } from '../search/use-go-to-place';
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

const LaterMessages = () => {
  const { t } = useTranslation();
  const load = useCallback(() => void loadLater(), []);
  const ref = useSeen<HTMLParagraphElement>(load);
  return (
    <p ref={ref} className={styles.earlier}>
      {t('transcript.loadingLater')}
    </p>
  );
};

/** The messages of the chat on screen. */
export const Transcript = () => {
  const { t } = useTranslation();
  const { chatId, transcript, stretch, estimate, phase } = useConversation();
  const { entries, before, after = null } = transcript;
  const openedKey = `${chatKey(chatId)} ${stretch} ${entries.length > 0 || phase === 'ready'}`;
  const { scroller, content, atEnd, onScroll, jumpToEnd, letGo } = useStickToEnd(openedKey, after === null);
  useKeepPlace(scroller, entries[0]?.message.id, openedKey);
  useGoToPlace(scroller, content, letGo);
  useFoundMarks(content);
  const goToEnd = () => {
    if (after === null || chatId === null) jumpToEnd();
    else void openChatEnd(chatId);
  };
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
        <div ref={content} role="log" aria-label={t('transcript.title')} className={styles.column}>
          {before !== null && <EarlierMessages key={before} />}
          {entries.map((entry) => (
            <Fragment key={entry.answers[0]?.id ?? entry.message.id}>
              {estimate !== null && entry.message.id === estimate.sentFromId && (
                <SentFromLine estimate={estimate} />
              )}
              <Entry entry={entry} />
            </Fragment>
          ))}
          {after !== null && <LaterMessages key={after} />}
          {estimate !== null && estimate.omittedCount > 0 && estimate.sentFromId === null && (
            <SentFromLine estimate={estimate} />
          )}
        </div>
      </div>
      {!atEnd && (
        <Button className={styles.jump} icon={<ArrowDown size={14} aria-hidden />} onClick={goToEnd}>
          {t('transcript.jumpToLatest')}
        </Button>
      )}
    </div>
  );
};
