import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readMessages } from '../../actions/copy-messages';
import { tellError } from '../../stores/notices-store';
import { IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import styles from '../search/bar.module.css';
import { asMarkdown, saidIn } from './messages-markdown';
import { htmlOf } from './said-html';

interface SelectedBarProps {
  /** Messages of the chat, all of which are selected. */
  readonly count: number;
  readonly onClose: () => void;
}

/** What can be done with all messages: most of them are not in the page, where the browser could select them. */
export const SelectedBar = ({ count, onClose }: SelectedBarProps) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const [copyAll] = useState(
    () => () =>
      void readMessages(0, count - 1)
        .then((messages) => messages.map(saidIn))
        .then((said) => copy(asMarkdown(t, said), htmlOf(t, said)))
        .catch(tellError),
  );
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('textarea, input') !== null) return;
      event.preventDefault();
      copyAll();
    };
    const onSelect = () => {
      if (window.getSelection()?.isCollapsed === false) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('selectionchange', onSelect);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('selectionchange', onSelect);
    };
  }, [copyAll, onClose]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={t('reading.selection')} className={styles.bar}>
      <span role="status" className={styles.count}>
        {t('reading.selected', { count })}
      </span>
      <IconButton label={t('reading.copySelected')} onClick={copyAll}>
        {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
      </IconButton>
      <IconButton label={t('reading.clearSelection')} onClick={onClose}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
};
