import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { endSearch, openChosenHit, typeQuery } from '../../actions/search';
import { setActiveHit, useSearch } from '../../stores/search-store';
import { IconButton } from '../../ui/button';
import { isComposing } from '../../ui/composing';
import { tipOf } from '../../ui/tip';
import { useKeysOf } from '../../ui/use-keys-of';
import styles from './search.module.css';
import { hitId } from './search-hit';

const step = (by: -1 | 1) => {
  const { active, hits } = useSearch.getState();
  if (hits.length > 0) setActiveHit((active + by + hits.length) % hits.length);
};

const keys: Readonly<Record<string, () => void>> = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Enter: openChosenHit,
  Escape: endSearch,
};

const fetchResults = () => void import('./search-results');

/** Where one types what to look for in all chats. */
export const SearchBox = () => {
  const { t } = useTranslation();
  const query = useSearch((state) => state.query);
  const active = useSearch((state) => state.active);
  const calls = useSearch((state) => state.boxCalls);
  const box = useRef<HTMLInputElement>(null);
  const callKeys = useKeysOf('search');
  useEffect(() => {
    if (calls === 0) return;
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [calls]);
  const onKeyDown = (event: KeyboardEvent) => {
    const command = keys[event.key];
    if (command === undefined || event.ctrlKey || event.metaKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    command();
  };
  const searching = query.trim() !== '';
  return (
    <div className={styles.box}>
      <Search size={15} aria-hidden />
      <input
        ref={box}
        type="search"
        dir="auto"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        aria-autocomplete="list"
        aria-controls={searching ? 'search-results' : undefined}
        aria-activedescendant={searching && active >= 0 ? hitId(active) : undefined}
        {...tipOf(t('search.label'), callKeys)}
        value={query}
        onFocus={fetchResults}
        onChange={(event) => typeQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <IconButton
          label={t('search.clear')}
          keys="Escape"
          className={styles.clear}
          onClick={() => {
            endSearch();
            box.current?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
};
