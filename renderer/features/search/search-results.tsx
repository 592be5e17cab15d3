import { CircleQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchOrders } from '../../../preload/contract/search';
import type { ExportScope } from '../../../preload/contract/transfer';
import { loadMoreHits, orderHits } from '../../actions/search';
import { useConversation } from '../../stores/conversation-store';
import { useSearch } from '../../stores/search-store';
import { IconButton } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { useSeen } from '../../ui/use-seen';
import { ExportButton } from '../transfer/export-button';
import styles from './search.module.css';
import { SearchCompletions } from './search-completions';
import { SearchHelp } from './search-help';
import { HitOption } from './search-hit';

/** A count is read out once one stops typing, not for every key. */
const SPOKEN_AFTER_MS = 600;

const loadMore = () => void loadMoreHits();

const MoreHits = () => {
  const { t } = useTranslation();
  const ref = useSeen<HTMLParagraphElement>(loadMore);
  return (
    <p ref={ref} className={styles.note}>
      {t('search.loadingMore')}
    </p>
  );
};

/** @param over how it is said that there are more than so many. */
const useCountText = (over: 'countMore' | 'countOver'): string => {
  const { t } = useTranslation();
  const { hits, cursor, phase } = useSearch();
  if (typeof phase === 'object') return t('search.failed');
  if (hits.length === 0) return t('search.none');
  return cursor === null
    ? t('search.count', { count: hits.length })
    : t(`search.${over}`, { count: hits.length });
};

const Count = () => {
  const text = useCountText('countMore');
  const short = useCountText('countOver');
  const isOld = useSearch(({ phase }) => phase === 'old');
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (isOld) return undefined;
    const timer = setTimeout(() => setSpoken(text), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, isOld]);
  return (
    <>
      <span className={styles.count}>{short}</span>
      <span role="status" className="hidden-visually">
        {spoken}
      </span>
    </>
  );
};

const Hits = () => {
  const { t } = useTranslation();
  const { hits, active, opened } = useSearch();
  return (
    <div id="search-results" role="listbox" aria-label={t('search.results')} className={styles.hits}>
      {hits.map((hit, at) => (
        <HitOption
          key={`${hit.chatId} ${hit.messageId}`}
          hit={hit}
          at={at}
          active={at === active}
          opened={at === opened}
        />
      ))}
    </div>
  );
};

const Nothing = () => {
  const { t } = useTranslation();
  const unknown = useSearch((state) => state.unknown);
  return (
    <div className={styles.nothing}>
      <p>{unknown.length === 0 ? t('search.noneHint') : t('search.unknown', { what: unknown.join(' ') })}</p>
      <SearchHelp />
    </div>
  );
};

const foundChats = (): ExportScope => ({
  kind: 'search',
  query: useSearch.getState().query,
  chatId: useConversation.getState().chatId,
});

/** What was found in all chats. */
export const SearchResults = () => {
  const { t } = useTranslation();
  const { order, cursor, phase, rankedOnly, isIndexing } = useSearch();
  const isEmpty = useSearch(({ hits, phase: now }) => hits.length === 0 && now === 'ready');
  const [helps, setHelps] = useState(false);
  return (
    <div className={styles.results}>
      <SearchCompletions />
      <div className={styles.resultsHead}>
        <Count />
        <IconButton label={t('search.operators')} aria-expanded={helps} onClick={() => setHelps(!helps)}>
          <CircleQuestionMark size={15} aria-hidden />
        </IconButton>
        {!isEmpty && <ExportButton label={t('transferDialog.exportResults')} scopeOf={foundChats} />}
        <Choice
          label={t('search.order')}
          labelHidden
          value={order}
          options={searchOrders.map((value) => ({ value, label: t(`search.${value}`) }))}
          onChoose={orderHits}
        />
      </div>
      <div className={styles.scroller}>
        {helps && !isEmpty && <SearchHelp />}
        {rankedOnly !== null && (
          <p className={styles.note}>{t('search.rankedOnly', { count: rankedOnly })}</p>
        )}
        <Hits />
        {cursor !== null && phase === 'ready' && <MoreHits key={cursor} />}
        {isIndexing && <p className={styles.note}>{t('search.indexing')}</p>}
        {isEmpty && <Nothing />}
      </div>
    </div>
  );
};
