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

/** The library: search, tags, and every prompt that fits. */
export const PromptList = ({ onNew, onUse, onEdit, onDuplicate, onDelete }: PromptDeeds) => {
  const { t } = useTranslation();
  const { prompts, phase } = usePrompts();
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState('');
  const tags = tagsOf(prompts);
  const found = searchPrompts(prompts, query, tags.includes(tag) ? tag : '');
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.searchField}>
          <Search size={15} aria-hidden />
          <input
            type="search"
            className={styles.search}
            aria-label={t('prompts.search')}
            placeholder={t('prompts.search')}
            spellCheck={false}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        {tags.length > 0 && (
          <div className={styles.tagChoice}>
            <Choice
              label={t('prompts.tag')}
              labelHidden
              value={tags.includes(tag) ? tag : ''}
              options={[
                { value: '', label: t('prompts.anyTag') },
                ...tags.map((each) => ({ value: each, label: each })),
              ]}
              onChoose={setTag}
            />
          </div>
        )}
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
