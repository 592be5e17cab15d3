import type { ReactNode } from 'react';
import { textPieces } from '../../ui/text-pieces';
import styles from './long-text.module.css';

/** In UTF-16 code units: so much the browser lays out anew for each token. */
const PIECE = 8000;

/**
 * A text that may have no space or line end to be parted at, to be shown: as one, the browser would lay out all of it at each token.
 * @param isLine whether it is a line, which may go on to the side
 */
export const longText = (text: string, isLine = false): ReactNode => {
  const pieces = textPieces(text, PIECE);
  return pieces.length === 1
    ? text
    : pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text
        <span key={index} className={isLine ? styles.inLine : styles.piece}>
          {piece}
        </span>
      ));
};
