import { Dialog } from '@base-ui/react/dialog';
import { Maximize, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import type { PictureProps } from './picture';
import { PictureTools } from './picture-tools';
import styles from './pictures.module.css';
import { usePixels } from './use-pixels';
import { useZoom } from './use-zoom';

interface PictureDialogProps extends PictureProps {
  readonly onClose: () => void;
}

/** A picture as large as the window, to be looked at closely and to be taken. Mounted only while it is open. */
export const PictureDialog = ({ title, svg, ground, image, enlarged, onClose }: PictureDialogProps) => {
  const { t } = useTranslation();
  const sharp = usePixels(svg, enlarged);
  const shown = sharp === null || sharp === 'failed' ? image : { srcSet: sharp };
  const canvas = useRef<HTMLDivElement>(null);
  const { view, zoomIn, zoomOut, reset, handlers } = useZoom();
  const { scale, x, y } = view;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} initialFocus={canvas}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <IconButton label={t('pictures.zoomOut')} onClick={zoomOut}>
              <ZoomOut size={17} aria-hidden />
            </IconButton>
            <output className={styles.percent}>
              {t('pictures.zoomed', { percent: Math.round(scale * 100) })}
            </output>
            <IconButton label={t('pictures.zoomIn')} onClick={zoomIn}>
              <ZoomIn size={17} aria-hidden />
            </IconButton>
            <IconButton label={t('pictures.zoomReset')} onClick={reset}>
              <Maximize size={17} aria-hidden />
            </IconButton>
            <Dialog.Close render={<IconButton label={t('pictures.close')} />}>
              <X size={17} aria-hidden />
            </Dialog.Close>
          </header>
          {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: what is moved by keys must be reachable by them */}
          <section
            ref={canvas}
            tabIndex={0}
            aria-label={t('pictures.canvas')}
            className={styles.canvas}
            style={{ background: ground }}
            {...handlers}
          >
            <img
              {...shown}
              alt={title}
              draggable={false}
              style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
            />
          </section>
          {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: what is moved by keys must be reachable by them */}
          <PictureTools svg={svg} ground={ground} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
