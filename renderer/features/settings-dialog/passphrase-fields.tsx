import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import styles from './settings-dialog.module.css';

/** Asks for a new passphrase, twice. */
export const PassphraseFields = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== again) {
      setProblem(t('settings.passphraseDiffers'));
      return;
    }
    try {
      await request('vault.setPassphrase', { passphrase });
      onDone();
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setProblem(sentences(what, fix));
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextField
        label={t('settings.passphrase')}
        type="password"
        value={passphrase}
        hint={t('settings.passphraseHint')}
        autoFocus
        onText={setPassphrase}
      />
      <TextField
        label={t('settings.passphraseAgain')}
        type="password"
        value={again}
        error={problem}
        alerts
        onText={setAgain}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary">
          {t('settings.setPassphrase')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('transcript.cancel')}
        </Button>
      </div>
    </form>
  );
};
