import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFind } from '../../stores/find-store';
import { Button } from '../../ui/button';
import { textDirection } from '../../ui/text-direction';
import styles from './message.module.css';

/** Laying out megabytes takes seconds, so of a long text only the beginning is shown at first. In UTF-16 code units. */
const SHOWN_AT_FIRST = 20_000;

interface PlainTextProps {
  /** The message that it is the text of, where it is one's. */
  readonly messageId?: string;
  readonly text: string;
}

/** A text exactly as it was typed. */
export const PlainText = ({ messageId, text }: PlainTextProps) => {
  const { t } = useTranslation();
  const [wanted, setWhole] = useState(false);
  // What was found may be far down.
  const isPlace = useFind(({ place }) => messageId !== undefined && place?.messageId === messageId);
  const whole = wanted || isPlace;
  const long = text.length > SHOWN_AT_FIRST;
  const shown = long && !whole ? `${text.slice(0, SHOWN_AT_FIRST)}…` : text;
  return (
    <div className={styles.body}>
      <p className={styles.plain} dir={textDirection(shown)}>
        {shown}
      </p>
      {long && (
        <Button look="quiet" onClick={() => setWhole(!whole)}>
          {whole ? t('transcript.showLess') : t('transcript.showAll')}
        </Button>
      )}
    </div>
  );
};
