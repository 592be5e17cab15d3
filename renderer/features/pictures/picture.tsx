import { Expand } from 'lucide-react';
import { type ImgHTMLAttributes, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import styles from './pictures.module.css';
import type { RasterOptions } from './rasterise';

const PictureDialog = lazy(async () => ({ default: (await import('./picture-dialog')).PictureDialog }));

/** An SVG, and how it is shown. */
export interface PictureProps {
  readonly svg: string;
  readonly title: string;
  /** The colour that the picture was made for. */
  readonly ground: string;
  /** Where an image has it from: the SVG itself, which is sharp at any size, or pixels. */
  readonly image: Pick<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'srcSet'>;
  /** The pixels that it is drawn as where it is enlarged; without them it is shown as here. */
  readonly enlarged?: RasterOptions;
}

/** An SVG as the picture it is, which can be enlarged. */
export const Picture = (props: PictureProps) => {
  const { title, ground, image } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.picture} style={{ background: ground }}>
      <img {...image} alt={title} />
      <IconButton label={t('pictures.enlarge')} className={styles.enlarge} onClick={() => setOpen(true)}>
        <Expand size={15} aria-hidden />
      </IconButton>
      {open && (
        <Suspense>
          <PictureDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};
