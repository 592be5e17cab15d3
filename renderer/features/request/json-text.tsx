import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import styles from './request.module.css';
import { shortened } from './shortened';
import { piecesOf } from './text-pieces';

/** In UTF-16 code units. */
const SHOWN_AT_FIRST = 20_000;
const SHOWN_MORE = 400_000;

interface JsonTextProps {
  readonly label: string;
  readonly json: string;
}

/** JSON made readable, images in it shortened. Of a long one the beginning is shown, and more on demand. */
export const JsonText = ({ label, json }: JsonTextProps) => {
  const { t, i18n } = useTranslation();
  const [length, setLength] = useState(SHOWN_AT_FIRST);
  const text = useMemo(() => shortened(json, t, i18n.language), [json, t, i18n.language]);
  const pieces = useMemo(() => piecesOf(text, length), [text, length]);
  const shown = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const count = new Intl.NumberFormat(i18n.language);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <figure tabIndex={0} aria-label={label} className={styles.json}>
        {pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever added at the end
          <pre key={index} className={styles.piece}>
            {piece}
          </pre>
        ))}
      </figure>
      {shown < text.length && (
        <Button look="quiet" onClick={() => setLength(shown + SHOWN_MORE)}>
          {t('request.showMore', { shown: count.format(shown), total: count.format(text.length) })}
        </Button>
      )}
    </>
  );
};
