import { Download, ExternalLink, ImageOff } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { openExternally } from './link';
import { loadedImage, loadImage } from './loaded-images';
import styles from './markdown.module.css';
import { hostOf, isInlineImage, realAddress } from './safe-url';

interface RemoteImageProps {
  readonly address: string;
  readonly alt: string;
}

/** A place that names an image's host: it is loaded when the person asks for it. It may stand in a link, which is not meant. */
const RemoteImage = ({ address, alt }: RemoteImageProps) => {
  const { t } = useTranslation();
  const [image, setImage] = useState(() => loadedImage(address));
  const [loading, setLoading] = useState(false);
  const host = hostOf(address);
  const source = { 'data-image': address, 'data-alt': alt };
  if (image !== null)
    return <img srcSet={`${image.url} ${image.density}x`} alt={alt} title={address} {...source} />;
  const load = (event: MouseEvent) => {
    event.stopPropagation();
    setLoading(true);
    loadImage(address)
      .then(setImage, tellError)
      .finally(() => setLoading(false));
  };
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    void openExternally(address);
  };
  return (
    <span className={styles.remoteImage} {...source}>
      <ImageOff size={15} aria-hidden />
      <span>
        {alt === '' ? t('markdown.image') : t('markdown.imageOf', { alt })}
        <small>{loading ? t('markdown.loadingImage', { host }) : t('markdown.notLoaded', { host })}</small>
      </span>
      <Button
        look="quiet"
        title={address}
        disabled={loading}
        aria-label={t('markdown.loadImageFrom', { host })}
        icon={<Download size={13} aria-hidden />}
        onClick={load}
      >
        {t('markdown.loadImage')}
      </Button>
      <Button
        look="quiet"
        title={address}
        aria-label={t('markdown.openImage', { host })}
        icon={<ExternalLink size={13} aria-hidden />}
        onClick={open}
      />
    </span>
  );
};

interface ImageProps {
  readonly src?: unknown;
  readonly alt?: string | undefined;
}

/** An image that holds its own bytes, or, where it lies on a server, a place that loads it on demand. */
export const Image = ({ src, alt = '' }: ImageProps) => {
  const { t } = useTranslation();
  if (typeof src !== 'string' || src === '')
    return <span>{alt === '' ? t('markdown.image') : t('markdown.imageOf', { alt })}</span>;
  if (isInlineImage(src)) return <img src={src} alt={alt} />;
  const address = realAddress(src);
  return <RemoteImage key={address} address={address} alt={alt} />;
};
