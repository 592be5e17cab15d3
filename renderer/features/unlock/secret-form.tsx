import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { isClosed, useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import styles from './unlock.module.css';

interface SecretFormProps {
  readonly label: string;
  readonly action: string;
  readonly hidden: boolean;
  /** Opens the history with what was typed; throws a Failure when it is wrong. */
  readonly onSubmit: (secret: string) => Promise<unknown>;
}

/** True while somebody writes a message: this form comes later than the page, and must not be given the rest of it. */
const isWriting = (): boolean =>
  document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== '';

/** Asks for the one secret that opens the history. */
export const SecretForm = ({ label, action, hidden, onSubmit }: SecretFormProps) => {
  const { t } = useTranslation();
  const [takesFocus] = useState(() => !isWriting());
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (secret === '' || busy) return;
    setBusy(true);
    try {
      await onSubmit(secret);
      setSecret('');
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setProblem(sentences(what, fix));
      // The history may open and yet its key not be kept: then this form is gone, and the problem must still be said.
      if (!isClosed(useApp.getState().history)) tellError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={label}
        type={hidden ? 'password' : 'text'}
        value={secret}
        error={problem}
        autoFocus={takesFocus}
        alerts
        onText={(text) => {
          setSecret(text);
          setProblem(null);
        }}
      />
      <Button type="submit" look="primary" disabled={busy}>
        {action}
      </Button>
    </form>
  );
};
