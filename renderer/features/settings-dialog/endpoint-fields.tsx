import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInfo } from '../../../preload/contract/endpoints';
import { type AppError, toAppError } from '../../../preload/contract/result';
import { saveEndpoint } from '../../actions/endpoints';
import { errorText } from '../../i18n/error-text';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { type EndpointForm, inputOf, isSaved } from './endpoint-form';
import { formDraft, keepFormDraft } from './form-draft';
import styles from './settings-dialog.module.css';

interface EndpointFieldsProps {
  readonly initial: EndpointForm;
  /** The endpoint that is changed; null: a new one. */
  readonly endpoint: EndpointInfo | null;
  /** Whether what the form shows was just saved. */
  readonly saved: boolean;
  /** Told the endpoint's id when it was saved, null when something else is typed. */
  readonly onSaved: (id: string | null) => void;
}

const storedText = (
  t: ReturnType<typeof useTranslation>['t'],
  endpoint: EndpointInfo | null,
): string | undefined => {
  if (endpoint?.key.stored !== true) return undefined;
  const { lastFour } = endpoint.key;
  return lastFour === null ? t('settings.keyStoredShort') : t('settings.keyStored', { lastFour });
};

const SaveProblem = ({ error }: { readonly error: AppError | null }) => {
  const { t } = useTranslation();
  if (error === null) return null;
  const { what, fix, quote } = errorText(t, error);
  return (
    <p role="alert" className={styles.error}>
      {[what, fix, quote].filter((text) => text !== null).join(' ')}
    </p>
  );
};

const StoredButtons = ({ endpoint }: { readonly endpoint: EndpointInfo }) => {
  const { t } = useTranslation();
  const { id, key } = endpoint;
  return (
    <>
      {key.stored && (
        <Button onClick={() => request('endpoint.removeKey', { id }).catch(tellError)}>
          {t('settings.removeKey')}
        </Button>
      )}
      <Button look="danger" onClick={() => request('endpoint.remove', { id }).catch(tellError)}>
        {t('settings.removeEndpoint')}
      </Button>
    </>
  );
};

/** Address and key of an endpoint. A key that was saved leaves the page for good. */
export const EndpointFields = ({ initial, endpoint, saved, onSaved }: EndpointFieldsProps) => {
  const { t } = useTranslation();
  const draftKey = endpoint?.id ?? null;
  const [form, setForm] = useState(formDraft(draftKey) ?? initial);
  const [error, setError] = useState<AppError | null>(null);
  const change = (part: Partial<EndpointForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepFormDraft(draftKey, next);
    onSaved(null);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { id } = await saveEndpoint(inputOf(form));
      keepFormDraft(draftKey, null);
      setError(null);
      setForm((now) => ({ ...now, id, apiKey: '' }));
      onSaved(id);
    } catch (thrown) {
      setError(toAppError(thrown));
    }
  };
  const stored = storedText(t, endpoint);
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <Choice
        label={t('settings.endpointType')}
        value={form.type}
        options={[
          { value: 'compatible', label: t('settings.typeCompatible') },
          { value: 'azure', label: t('settings.typeAzure') },
        ]}
        onChoose={(type) => change({ type })}
      />
      <TextField
        label={t('settings.baseUrl')}
        value={form.baseUrl}
        inputMode="url"
        error={error?.code === 'endpoint.invalidUrl' ? t('errors.endpoint.invalidUrl.fix') : null}
        onText={(baseUrl) => change({ baseUrl })}
      />
      {form.type === 'azure' && (
        <TextField
          label={t('settings.apiVersion')}
          value={form.apiVersion}
          placeholder="2024-10-21"
          onText={(apiVersion) => change({ apiVersion })}
        />
      )}
      <TextField
        label={t('settings.apiKey')}
        type="password"
        value={form.apiKey}
        hint={stored}
        placeholder={stored === undefined ? '' : t('settings.apiKeyKept')}
        onText={(apiKey) => change({ apiKey })}
      />
      <SaveProblem error={error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary">
          {t('settings.save')}
        </Button>
        {isSaved(endpoint) && <StoredButtons endpoint={endpoint} />}
        <span role="status" className={styles.hint}>
          {saved ? t('settings.saved') : ''}
        </span>
      </div>
    </form>
  );
};
