import { useTranslation } from 'react-i18next';
import { typeQuery } from '../../actions/search';
import { focusSearchBox, useSearch } from '../../stores/search-store';
import styles from './search.module.css';

const operators = [
  ['phrase', '"…"'],
  ['exclude', '-…'],
  ['role', 'role:'],
  ['model', 'model:'],
  ['after', 'after:'],
  ['before', 'before:'],
  ['tag', 'tag:'],
  ['in', 'in:'],
  ['has', 'has:'],
  ['is', 'is:'],
] as const;

const examples = { phrase: '"', exclude: '-' } as const;

const put = (operator: string) => {
  const { query } = useSearch.getState();
  typeQuery(`${query.trimEnd()} ${operator}`.trimStart());
  focusSearchBox();
};

/** What can be put into a query beside words; each can be pressed. */
export const SearchHelp = () => {
  const { t } = useTranslation();
  return (
    <>
      <ul className={styles.operators} aria-label={t('search.operators')}>
        {operators.map(([name, sign]) => (
          <li key={name}>
            <button
              type="button"
              className={styles.operator}
              onClick={() => put(name === 'phrase' || name === 'exclude' ? examples[name] : sign)}
            >
              <code>{sign}</code>
              <span>{t(`search.operator.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('search.searched')}</p>
    </>
  );
};
