import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeDropped } from '../../actions/dropped';
import styles from './attachments.module.css';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** A dialog lies over the conversation: what is dropped there is not meant for the message. */
const isOverDialog = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('[role=dialog]') !== null;

/** Takes files that are dropped anywhere on the window beside the message, and shows where they will go. */
export const DropZone = () => {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Else the window would open the file.
      event.preventDefault();
      setOver(!isOverDialog(event));
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (isOverDialog(event)) return;
      void takeDropped([...(event.dataTransfer?.files ?? [])]);
    };
    const abort = new AbortController();
    const { signal } = abort;
    window.addEventListener('dragover', onDragOver, { signal });
    window.addEventListener('dragleave', onDragLeave, { signal });
    window.addEventListener('drop', onDrop, { signal });
    return () => abort.abort();
  }, []);
  if (!over) return null;
  return (
    <div role="status" className={styles.drop}>
      <p>{t('attachments.drop')}</p>
      <p className={styles.facts}>{t('attachments.dropHint')}</p>
    </div>
  );
};
