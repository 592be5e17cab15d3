import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** What ties a control to its label, hint and error. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  /** True where the error answers a submitted form: it is read out at once. */
  readonly alerts?: boolean | undefined;
  readonly children: (ids: ControlIds) => ReactNode;
}

/** A labelled control with its hint, and beside it what is wrong with it. */
export const Field = ({ label, hint, error, alerts, children }: FieldProps) => {
  const id = useId();
  const note = error ?? hint;
  const noteId = `${id}-note`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : noteId,
        'aria-invalid': error !== null && error !== undefined,
      })}
      {note !== undefined && (
        <p
          id={noteId}
          role={alerts && error ? 'alert' : undefined}
          className={error ? styles.error : styles.hint}
        >
          {note}
        </p>
      )}
    </div>
  );
};

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly alerts?: boolean;
  readonly onText: (text: string) => void;
}

/** A labelled one-line text box. A password box keeps the role of a text box, by which it is found. */
export const TextField = ({ label, hint, error, alerts, onText, ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error} alerts={alerts}>
    {(ids) => (
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...(rest.type === 'password' ? { role: 'textbox' } : {})}
        {...rest}
        {...ids}
        className={styles.input}
        onChange={(event) => onText(event.target.value)}
      />
    )}
  </Field>
);
