import { useTranslation } from 'react-i18next';
import { Picture } from './picture';
import styles from './pictures.module.css';
import { ENLARGED, SHOWN } from './rasterise';
import { usePixels } from './use-pixels';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/* Models often leave out the namespace, without which it is no picture. */
const withNamespace = (svg: string): string =>
  /<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace(/<svg/, `<svg xmlns="${NAMESPACE}"`);

/** SVG code as a picture; a word about it where it is none. */
export const Drawing = ({ svg }: { readonly svg: string }) => {
  const { t } = useTranslation();
  const drawing = withNamespace(svg);
  const pixels = usePixels(drawing, SHOWN);
  if (pixels === null)
    return (
      <p role="status" className={styles.drawing}>
        {t('pictures.beingDrawn')}
      </p>
    );
  if (pixels === 'failed')
    return (
      <div role="note" className={styles.problem}>
        <p>{t('pictures.notShown')}</p>
      </div>
    );
  return (
    <Picture
      svg={drawing}
      title={t('pictures.drawing')}
      ground="#fff"
      image={{ srcSet: pixels }}
      enlarged={ENLARGED}
    />
  );
};
