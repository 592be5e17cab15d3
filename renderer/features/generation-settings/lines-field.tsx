import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';

interface LinesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
  readonly text: string;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
}

/** A setting that takes one entry per line. */
export const LinesField = ({ label, hint, error, text, disabled, onText }: LinesFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <textarea
        {...ids}
        rows={2}
        className={fieldStyles.input}
        spellCheck={false}
        value={text}
        disabled={disabled}
        onChange={(event) => onText(event.target.value)}
      />
    )}
  </Field>
);
