import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './code.module.css';

/** Larger drawings are left to programs for that, in UTF-16 code units. */
const LARGEST = 1_000_000;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** True for code that can be shown as a picture. */
export const canBeDrawn = (code: string): boolean => code.length < LARGEST && code.includes('</svg>');

/** True for the languages of pictures. */
export const isDrawingLanguage = (language: string): boolean => /^svg$/i.test(language);

/* Models often leave out the namespace, without which it is no picture. */
const withNamespace = (svg: string): string =>
  /<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace(/<svg/, `<svg xmlns="${NAMESPACE}"`);

/**
 * An SVG as the picture it is. As the source of an image it is a document on its own, in which no script runs, nothing
 * is loaded from anywhere and nothing can be clicked (https://www.w3.org/TR/SVG2/conform.html#secure-static-mode).
 */
export const Drawing = ({ svg }: { readonly svg: string }) => {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  return (
    <img
      className={styles.drawing}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(withNamespace(svg))}`}
      alt={t('markdown.drawing')}
      onError={() => setBroken(true)}
    />
  );
};
