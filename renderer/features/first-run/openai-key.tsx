import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '../../../preload/contract/result';
import { saveEndpoint } from '../../actions/endpoints';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { emptyForm, inputOf } from '../settings-dialog/endpoint-form';
import styles from './first-run.module.css';

/** A key for OpenAI is all that most people need. */
export const OpenAiKey = () => {
  const { t } = useTranslation();
  const [apiKey, setApiKey] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (apiKey.trim() === '') {
      setProblem(t('reasons.keyEmpty'));
      return;
    }
    try {
      const { id } = await saveEndpoint(inputOf({ ...emptyForm, apiKey }));
      // A key that is wrong is better told of now than below the first question.
      request('endpoint.test', { id }).catch(tellError);
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setProblem(sentences(what, fix));
    }
  };
  return (
    <form className={styles.card} aria-label={t('firstRun.openai')} onSubmit={(event) => void save(event)}>
      <h2>{t('firstRun.openai')}</h2>
      <div className={styles.row}>
        <TextField
          label={t('settings.apiKey')}
          type="password"
          value={apiKey}
          placeholder="sk-…"
          hint={t('firstRun.openaiHint')}
          error={problem}
          alerts
          onText={(text) => {
            setApiKey(text);
            setProblem(null);
          }}
        />
        <Button type="submit" look="primary">
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
};
