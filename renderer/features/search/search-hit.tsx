import { MessageSquareText } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../preload/contract/search';
import { openHit } from '../../actions/search';
import { exactTime, shortTime } from '../../i18n/dates';
import { Marked } from './marked';
import styles from './search.module.css';

/** The id by which the search box names the hit that the arrow keys are at. */
export const hitId = (at: number): string => `search-hit-${at}`;

interface HitOptionProps {
  readonly hit: SearchHit;
  readonly at: number;
  readonly active: boolean;
  /** True for the one that is on screen. */
  readonly opened: boolean;
}

/** One hit: its chat, who wrote it and when, and what it says around what was found. */
export const HitOption = memo(({ hit, at, active, opened }: HitOptionProps) => {
  const { t, i18n } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { title, role, createdAt, snippet, source, byTitle } = hit;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the focus and the keys
    <div
      ref={ref}
      id={hitId(at)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={`${styles.hit} ${active ? styles.active : ''} ${opened ? styles.opened : ''}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void openHit(at)}
    >
      <p className={styles.hitHead}>
        {byTitle && <MessageSquareText size={13} role="img" aria-label={t('search.inTitle')} />}
        <span className={styles.hitTitle} dir="auto">
          {title.text === '' ? t('conversations.untitled') : <Marked {...title} />}
        </span>
        <time
          className={styles.time}
          dateTime={new Date(createdAt).toISOString()}
          title={exactTime(i18n.language, createdAt)}
        >
          {shortTime(i18n.language, createdAt)}
        </time>
      </p>
      <p className={styles.snippet}>
        {role !== null && <span className={styles.role}>{t(`search.role.${role}`)} </span>}
        {source !== 'text' && <span className={styles.source}>{t(`search.source.${source}`)} </span>}
        <Marked {...snippet} />
      </p>
    </div>
  );
});
