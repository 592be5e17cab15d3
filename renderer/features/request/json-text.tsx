import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { textPieces } from '../../ui/text-pieces';
import styles from './request.module.css';
import { shortened } from './shortened';

/** In UTF-16 code units. Laying out megabytes takes seconds: pieces that are not seen are not laid out. */
const PIECE = 20_000;
/** Pieces. */
const SHOWN_MORE = 20;

interface JsonTextProps {
  readonly label: string;
  readonly json: string;
}

/** JSON made readable, images in it shortened. Of a long one the beginning is shown, and more on demand. */
export const JsonText = ({ label, json }: JsonTextProps) => {
  const { t, i18n } = useTranslation();
  const [count, setCount] = useState(1);
  const text = useMemo(() => shortened(json, t, i18n.language), [json, t, i18n.language]);
  const pieces = useMemo(() => textPieces(text, PIECE), [text]);
  const shownPieces = pieces.slice(0, count);
  const shown = shownPieces.reduce((sum, piece) => sum + piece.length, 0);
  const { format } = new Intl.NumberFormat(i18n.language);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <figure tabIndex={0} aria-label={label} className={styles.json}>
        {shownPieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever added at the end
          <pre key={index} className={styles.piece}>
            {piece}
          </pre>
        ))}
      </figure>
      {shown < text.length && (
        <Button look="quiet" onClick={() => setCount(count + SHOWN_MORE)}>
          {t('request.showMore', { shown: format(shown), total: format(text.length) })}
        </Button>
      )}
    </>
  );
};
