import { Copy, Pencil, ScrollText, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SavedPrompt } from '../../../preload/contract/prompts';
import { IconButton } from '../../ui/button';
import styles from './prompts.module.css';

const START_OF_TEXT = 300;

interface PromptItemProps {
  readonly prompt: SavedPrompt;
  readonly onUse: () => void;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** One prompt of the library and what is done with it. */
export const PromptItem = ({ prompt, onUse, onEdit, onDuplicate, onDelete }: PromptItemProps) => {
  const { t } = useTranslation();
  const { title, text, tags } = prompt;
  return (
    <li className={styles.item} aria-label={title}>
      <div className={styles.about}>
        <p className={styles.name}>{title}</p>
        <p className={styles.start}>{text.slice(0, START_OF_TEXT)}</p>
        {tags.length > 0 && (
          <p className={styles.tags}>
            {tags.map((tag) => (
              <span key={tag} className={styles.tag}>
                {tag}
              </span>
            ))}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <IconButton label={t('prompts.asSystem')} onClick={onUse}>
          <ScrollText size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('prompts.edit')} onClick={onEdit}>
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('prompts.duplicate')} onClick={onDuplicate}>
          <Copy size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('prompts.delete')} onClick={onDelete}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
};
