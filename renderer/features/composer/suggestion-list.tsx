import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shortFacts } from '../models/model-words';
import styles from './suggestions.module.css';
import type { Suggestion } from './use-suggestions';

/** The id of the list, for the box that calls it up. */
export const LIST_ID = 'message-suggestions';

/** The id of an option. */
export const optionId = (at: number): string => `${LIST_ID}-${at}`;

const START_OF_TEXT = 200;

const Content = ({ item }: { readonly item: Suggestion }) => {
  const { t, i18n } = useTranslation();
  if (item.kind === 'library') return <span className={styles.quiet}>{t('prompts.manage')}</span>;
  if (item.kind === 'model')
    return (
      <>
        <span className={styles.name}>{item.model.id}</span>
        <span className={styles.quiet}>{shortFacts(t, i18n.language, item.model).join(' · ')}</span>
      </>
    );
  return (
    <>
      <span className={styles.name}>{item.prompt.title}</span>
      <span className={styles.quiet}>{item.prompt.text.slice(0, START_OF_TEXT)}</span>
    </>
  );
};

interface SuggestionListProps {
  readonly kind: 'prompt' | 'model';
  readonly items: readonly Suggestion[];
  readonly active: number;
  readonly onChoose: (at: number) => void;
}

/** What a slash or an at sign offers. The focus stays in the box. */
export const SuggestionList = ({ kind, items, active, onChoose }: SuggestionListProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={LIST_ID}
      role="listbox"
      aria-label={t(kind === 'prompt' ? 'prompts.title' : 'prompts.models')}
      className={styles.list}
    >
      {items.map((item, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={item.id}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(at)}
        >
          <Content item={item} />
        </div>
      ))}
    </div>
  );
};
