import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../preload/contract/attachments';
import type { FilePart, ImagePart } from '../../../preload/contract/parts';
import { request } from '../../ipc/client';
import { DialogFrame } from '../../ui/dialog-frame';
import { PlainText } from '../transcript/plain-text';
import styles from './attachments.module.css';
import { useBlobUrl } from './blob-url';
import { factsText } from './facts-text';

const WholeImage = ({ image }: { readonly image: ImagePart }) => {
  const { t } = useTranslation();
  const url = useBlobUrl(image.hash);
  if (url === 'failed') return <p role="alert">{t('attachments.notLoaded')}</p>;
  return url === null ? (
    <p role="status">{t('attachments.loading')}</p>
  ) : (
    <img src={url} alt={image.name} className={styles.wholeImage} />
  );
};

const WholeText = ({ file }: { readonly file: FilePart }) => {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    request('attachment.read', { hash: file.textHash }).then(
      ({ bytes }) => wanted && setText(new TextDecoder().decode(new Uint8Array(bytes))),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [file.textHash]);
  if (failed) return <p role="alert">{t('attachments.notLoaded')}</p>;
  if (text === null) return <p role="status">{t('attachments.loading')}</p>;
  return <PlainText text={text} />;
};

interface AttachmentDialogProps {
  readonly attachment: Attachment;
  readonly onClose: () => void;
}

/** An image at its size, or the text of a file exactly as it is sent. */
export const AttachmentDialog = ({ attachment, onClose }: AttachmentDialogProps) => {
  const { t, i18n } = useTranslation();
  return (
    <DialogFrame
      title={attachment.name}
      closeLabel={t('attachments.close')}
      className={styles.popup}
      beside={<span className={styles.facts}>{factsText(t, i18n.language, attachment, null)}</span>}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={attachment.name} className={styles.whole}>
        {attachment.type === 'image' ? <WholeImage image={attachment} /> : <WholeText file={attachment} />}
      </section>
    </DialogFrame>
  );
};
