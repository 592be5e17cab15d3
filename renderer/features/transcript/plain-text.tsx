import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import styles from './message.module.css';

/** Laying out megabytes takes seconds, so of a long text only the beginning is shown at first. In UTF-16 code units. */
const SHOWN_AT_FIRST = 20_000;

/** A text exactly as it was typed. */
export const PlainText = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const long = text.length > SHOWN_AT_FIRST;
  return (
    <div className={styles.body}>
      <p className={styles.plain}>{long && !whole ? `${text.slice(0, SHOWN_AT_FIRST)}…` : text}</p>
      {long && (
        <Button look="quiet" onClick={() => setWhole(!whole)}>
          {whole ? t('transcript.showLess') : t('transcript.showAll')}
        </Button>
      )}
    </div>
  );
};
