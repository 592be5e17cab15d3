import { FileText, ImageOff } from 'lucide-react';
import type { Attachment } from '../../../preload/contract/attachments';
import styles from './attachments.module.css';
import { useBlobUrl } from './blob-url';

const ImageThumbnail = ({ hash, name }: { readonly hash: string; readonly name: string }) => {
  const url = useBlobUrl(hash);
  if (url === 'failed') return <ImageOff size={18} aria-hidden />;
  return url === null ? null : <img src={url} alt={name} className={styles.thumbnailImage} />;
};

/** A small picture of what is attached. */
export const Thumbnail = ({ attachment }: { readonly attachment: Attachment | null }) => (
  <span className={styles.thumbnail}>
    {attachment?.type === 'image' ? (
      <ImageThumbnail hash={attachment.hash} name={attachment.name} />
    ) : (
      <FileText size={18} aria-hidden />
    )}
  </span>
);
