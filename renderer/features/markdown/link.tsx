import { ExternalLink, ImageOff } from 'lucide-react';
import { Children, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './markdown.module.css';
import { hostOf, isInlineImage, namesOtherHost, realAddress } from './safe-url';

const openExternally = (url: string) => request('app.openExternal', { url }).catch(tellError);

interface LinkProps {
  readonly href?: string | undefined;
  readonly children?: ReactNode;
}

const wordsOf = (children: ReactNode): string =>
  Children.toArray(children)
    .filter((child) => typeof child === 'string')
    .join('');

/** A link that the system opens. It says where it goes; where its words name another host, the real one stands beside. */
export const Link = ({ href, children }: LinkProps) => {
  if (href === undefined || href === '') return <span>{children}</span>;
  const address = realAddress(href);
  return (
    <>
      <a
        href={address}
        title={address}
        onClick={(event) => {
          event.preventDefault();
          void openExternally(address);
        }}
        onAuxClick={(event) => event.preventDefault()}
      >
        {children}
      </a>
      {namesOtherHost(wordsOf(children), address) && (
        <span className={styles.realHost}> ({hostOf(address)})</span>
      )}
    </>
  );
};

interface ImageProps {
  readonly src?: unknown;
  readonly alt?: string | undefined;
}

/** An image that holds its own bytes; for any other a place that names its host, as the page loads nothing. */
export const Image = ({ src, alt }: ImageProps) => {
  const { t } = useTranslation();
  if (typeof src === 'string' && isInlineImage(src)) return <img src={src} alt={alt ?? ''} />;
  const label = alt === undefined || alt === '' ? t('markdown.image') : t('markdown.imageOf', { alt });
  if (typeof src !== 'string' || src === '') return <span>{label}</span>;
  const address = realAddress(src);
  return (
    <span className={styles.remoteImage}>
      <ImageOff size={15} aria-hidden />
      <span>
        {label}
        <small>{t('markdown.notLoaded', { host: hostOf(address) })}</small>
      </span>
      <Button
        look="quiet"
        title={address}
        aria-label={t('markdown.openImage', { host: hostOf(address) })}
        icon={<ExternalLink size={13} aria-hidden />}
        onClick={() => openExternally(address)}
      >
        {t('markdown.openInBrowser')}
      </Button>
    </span>
  );
};
