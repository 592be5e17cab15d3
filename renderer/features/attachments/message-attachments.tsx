import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../preload/contract/attachments';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { Message } from '../../../preload/contract/history';
import type { FilePart, ImagePart } from '../../../preload/contract/parts';
import { AttachmentDialog } from './attachment-dialog';
import styles from './attachments.module.css';
import { useBlobUrl } from './blob-url';
import { factsText } from './facts-text';

interface PartProps<P> {
  readonly part: P;
  readonly onOpen: () => void;
}

const ShownImage = ({ part, onOpen }: PartProps<ImagePart>) => {
  const { t, i18n } = useTranslation();
  const url = useBlobUrl(part.hash);
  const facts = `${t('attachments.enlarge')} · ${factsText(t, i18n.language, part, null)}`;
  if (url === 'failed')
    return <p className={styles.problem}>{`${part.name}: ${t('attachments.notLoaded')}`}</p>;
  return (
    <button type="button" className={styles.imageButton} title={facts} onClick={onOpen}>
      {/* Its place is kept while it loads, so that nothing jumps. */}
      <img
        {...(url === null ? {} : { src: url })}
        alt={part.name}
        width={part.width}
        height={part.height}
        className={styles.image}
      />
    </button>
  );
};

const ShownFile = ({ part, onOpen }: PartProps<FilePart>) => {
  const { t, i18n } = useTranslation();
  return (
    <button type="button" className={styles.fileButton} title={t('attachments.showText')} onClick={onOpen}>
      <FileText size={16} aria-hidden />
      <span className={styles.name}>{part.name}</span>
      <span className={styles.facts}>{factsText(t, i18n.language, part, null)}</span>
    </button>
  );
};

/** The images and files of a message; a click shows one whole. */
export const MessageAttachments = ({ message: { role, parts } }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Attachment | null>(null);
  return (
    <>
      <ul
        aria-label={t('attachments.list')}
        className={`${styles.shown} ${role === 'user' ? styles.fromUser : ''}`}
      >
        {attachmentsOf(parts).map((part) => (
          <li key={part.hash}>
            {part.type === 'image' ? (
              <ShownImage part={part} onOpen={() => setOpen(part)} />
            ) : (
              <ShownFile part={part} onOpen={() => setOpen(part)} />
            )}
          </li>
        ))}
      </ul>
      {open !== null && <AttachmentDialog attachment={open} onClose={() => setOpen(null)} />}
    </>
  );
};
