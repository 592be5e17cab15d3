import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TYPED_NAME } from '../../../preload/contract/message-text';
import { enterName } from '../../actions/unsent';
import { isName, useNames } from '../../stores/names-store';
import { isComposing } from '../../ui/composing';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import styles from './names.module.css';

interface NameFieldProps {
  /** Where the name is kept while it is typed. */
  readonly nameKey: string;
  /** The name that stands there before anything is typed. */
  readonly before?: string | null | undefined;
}

/** The name of who speaks: shown where there is one, or one was asked for. */
export const NameField = ({ nameKey, before = null }: NameFieldProps) => {
  const { t } = useTranslation();
  const typed = useNames(({ texts }) => texts[nameKey]);
  const box = useRef<HTMLInputElement>(null);
  const isAskedFor = typed === '';
  useEffect(() => {
    if (isAskedFor && box.current?.value === '') box.current.focus();
  }, [isAskedFor]);
  const text = typed ?? before ?? null;
  if (text === null) return null;
  return (
    <div className={styles.field}>
      <Field label={t('names.name')} error={isName(text) ? null : t('names.problem')}>
        {(ids) => (
          <input
            {...ids}
            ref={box}
            type="text"
            className={fieldStyles.input}
            spellCheck={false}
            autoComplete="off"
            maxLength={MAX_TYPED_NAME}
            value={text}
            onChange={(event) => enterName(nameKey, event.target.value)}
            onBlur={() => {
              if (text === '' && before === null) enterName(nameKey, null);
            }}
            onKeyDown={(event) => {
              // Neither sends nor closes the editor: it is the name that is done with.
              if (event.key === 'Enter' && !isComposing(event.nativeEvent)) event.preventDefault();
            }}
          />
        )}
      </Field>
    </div>
  );
};
