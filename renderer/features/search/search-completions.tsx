import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { typeQuery } from '../../actions/search';
import { useOrder } from '../../stores/order-store';
import { focusSearchBox, useSearch } from '../../stores/search-store';
import { completionsOf } from './completions';
import styles from './completions.module.css';

/** What the query can go on with. Tab reaches it from the box; the arrow keys stay with the hits. */
export const SearchCompletions = () => {
  const { t } = useTranslation();
  const query = useSearch((state) => state.query);
  const { models, tags, folders } = useOrder();
  const offered = useMemo(
    () =>
      completionsOf(query, {
        models,
        tags: tags.map(({ name }) => name),
        folders: folders.map(({ name }) => name),
        periods: t('search.periods').split(' '),
      }),
    [query, models, tags, folders, t],
  );
  if (offered.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('search.completions')}>
      {offered.map((completion) => (
        <li key={completion.label}>
          <button
            type="button"
            onClick={() => {
              typeQuery(completion.query);
              focusSearchBox();
            }}
          >
            {completion.label}
          </button>
        </li>
      ))}
    </ul>
  );
};
