import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './pictures.module.css';
import { pngOf } from './rasterise';

interface PictureToolsProps {
  readonly svg: string;
  /** The colour behind the picture where it is made of pixels. */
  readonly ground: string;
}

/** What can be taken of a picture. */
export const PictureTools = ({ svg, ground }: PictureToolsProps) => {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const copyPng = async () => {
    // A promise, so that the clipboard is asked while the click still counts.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg, ground) })]);
  };
  const savePng = async () => {
    const png = await pngOf(svg, ground).catch(() => null);
    if (png === null) return setSaid(t('pictures.failed'));
    const bytes = new Uint8Array(await png.arrayBuffer());
    await request('app.saveImage', { name: 'diagram.png', bytes }).catch(tellError);
  };
  const copying = (work: Promise<void>) =>
    work.then(
      () => setSaid(t('pictures.copied')),
      () => setSaid(t('pictures.failed')),
    );
  const saveSvg = () => request('app.saveText', { name: 'diagram.svg', text: svg }).catch(tellError);
  return (
    <div className={styles.takes}>
      <Button look="quiet" onClick={() => copying(navigator.clipboard.writeText(svg))}>
        {t('pictures.copySvg')}
      </Button>
      <Button look="quiet" onClick={() => copying(copyPng())}>
        {t('pictures.copyPng')}
      </Button>
      <Button look="quiet" onClick={saveSvg}>
        {t('pictures.saveSvg')}
      </Button>
      <Button look="quiet" onClick={savePng}>
        {t('pictures.savePng')}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
};
