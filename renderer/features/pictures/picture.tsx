import { Expand } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import styles from './pictures.module.css';
import { pictureAddress } from './svg-picture';

const PictureDialog = lazy(async () => ({ default: (await import('./picture-dialog')).PictureDialog }));

interface PictureProps {
  readonly svg: string;
  readonly title: string;
  /** The colour that the picture was made for. */
  readonly ground: string;
  readonly onBroken?: () => void;
}

/** An SVG as the picture it is, which can be enlarged. */
export const Picture = ({ svg, title, ground, onBroken }: PictureProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.picture} style={{ background: ground }}>
      <img src={pictureAddress(svg)} alt={title} onError={onBroken} />
      <IconButton label={t('pictures.enlarge')} className={styles.enlarge} onClick={() => setOpen(true)}>
        <Expand size={15} aria-hidden />
      </IconButton>
      {open && (
        <Suspense>
          <PictureDialog title={title} svg={svg} ground={ground} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};
