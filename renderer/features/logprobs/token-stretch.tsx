import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { certaintyOf } from './certainty';
import styles from './logprobs.module.css';
import type { Stretch } from './stretches';
import { probabilityOf } from './token-text';
import { tokenText } from './token-words';

interface TokenStretchProps {
  readonly stretch: Stretch;
  /** Index of the token that the keyboard stands on, if it is among these; else -1. */
  readonly active: number;
  /** The id of a token is this and its index. */
  readonly idPrefix: string;
}

/** A stretch of tokens. Only the one that the keyboard leaves or enters is drawn anew. */
export const TokenStretch = memo(({ stretch: { from, tokens }, active, idPrefix }: TokenStretchProps) => {
  const { t, i18n } = useTranslation();
  return (
    <div role="presentation" className={styles.stretch}>
      {tokens.map((token, index) => {
        const at = from + index;
        const text = tokenText(t, i18n.language, token);
        const certainty = certaintyOf(probabilityOf(token.chance));
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active option
          <span
            key={at}
            id={`${idPrefix}${at}`}
            role="option"
            aria-selected={at === active}
            aria-label={text}
            title={text}
            data-at={at}
            className={`${styles.token} ${styles[certainty] ?? ''}`}
          >
            {token.text === '' ? '·' : token.text.replaceAll('\n', '⏎\n')}
          </span>
        );
      })}
    </div>
  );
});
