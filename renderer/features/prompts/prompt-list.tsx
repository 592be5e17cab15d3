import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedPrompt } from '../../../preload/contract/prompts';
import { loadPrompts } from '../../actions/prompts';
import { tagsOf, usePrompts } from '../../stores/prompts-store';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { searchPrompts } from './match-prompts';
import { PromptItem } from './prompt-item';
import styles from './prompts.module.css';

/** What is done with a prompt of the list. */
export interface PromptDeeds {
  readonly onNew: () => void;
  readonly onUse: (prompt: SavedPrompt) => void;
  readonly onEdit: (prompt: SavedPrompt) => void;
  readonly onDuplicate: (prompt: SavedPrompt) => void;
  readonly onDelete: (prompt: SavedPrompt) => void;
}

const NotLoaded = () => {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.failed}>
      <p>{t('prompts.notLoaded')}</p>
      <Button onClick={() => void loadPrompts()}>{t('app.tryAgain')}</Button>
    </div>
  );
};

const SearchField = ({
  query,
  onQuery,
}: {
  readonly query: string;
  readonly onQuery: (text: string) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={styles.searchField}>
      <Search size={15} aria-hidden />
      <input
        type="search"
        className={styles.search}
        aria-label={t('prompts.search')}
        placeholder={t('prompts.search')}
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
    </div>
  );
};

interface TagChoiceProps {
  readonly tags: readonly string[];
  /** Empty: any. */
  readonly chosen: string;
  readonly onChoose: (tag: string) => void;
}

const TagChoice = ({ tags, chosen, onChoose }: TagChoiceProps) => {
  const { t } = useTranslation();
  const options = [
    { value: '', label: t('prompts.anyTag') },
    ...tags.map((tag) => ({ value: tag, label: tag })),
  ];
  return (
    <div className={styles.tagChoice}>
      <Choice label={t('prompts.tag')} labelHidden value={chosen} options={options} onChoose={onChoose} />
    </div>
  );
};

/** The library: search, tags, and every prompt that fits. */
export const PromptList = ({ onNew, onUse, onEdit, onDuplicate, onDelete }: PromptDeeds) => {
  const { t } = useTranslation();
  const { prompts, phase } = usePrompts();
  const [query, setQuery] = useState('');
  const [lastTag, setTag] = useState('');
  const tags = tagsOf(prompts);
  const tag = tags.includes(lastTag) ? lastTag : '';
  const found = searchPrompts(prompts, query, tag);
  return (
    <>
      <div className={styles.tools}>
        <SearchField query={query} onQuery={setQuery} />
        {tags.length > 0 && <TagChoice tags={tags} chosen={tag} onChoose={setTag} />}
        <Button look="primary" icon={<Plus size={15} aria-hidden />} onClick={onNew}>
          {t('prompts.new')}
        </Button>
      </div>
      {phase === 'failed' && <NotLoaded />}
      {phase === 'ready' && found.length === 0 && (
        <p className={styles.none}>{t(prompts.length === 0 ? 'prompts.empty' : 'prompts.none')}</p>
      )}
      {found.length > 0 && (
        <ul className={styles.list} aria-label={t('prompts.title')}>
          {found.map((prompt) => (
            <PromptItem
              key={prompt.id}
              prompt={prompt}
              onUse={() => onUse(prompt)}
              onEdit={() => onEdit(prompt)}
              onDuplicate={() => onDuplicate(prompt)}
              onDelete={() => onDelete(prompt)}
            />
          ))}
        </ul>
      )}
    </>
  );
};
