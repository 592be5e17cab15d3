import type { TFunction } from 'i18next';
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

const storedText = (t: TFunction, endpoint: EndpointInfo | null): string | undefined => {
  if (endpoint?.key.stored !== true) return undefined;
  const { lastFour } = endpoint.key;
  return lastFour === null ? t('settings.keyStoredShort') : t('settings.keyStored', { lastFour });
};

type FormField = 'baseUrl' | 'apiVersion' | 'apiKey';

/** The field that a problem is about; null: the form as a whole. */
const fieldOf = ({ code, detail }: AppError): FormField | null => {
  if (code === 'endpoint.invalidKey') return 'apiKey';
  if (code !== 'endpoint.invalidUrl') return null;
  return detail?.reason === 'apiVersion' ? 'apiVersion' : 'baseUrl';
};

const problemText = (t: TFunction, error: AppError | null, field: FormField | null): string | null => {
  if (error === null || fieldOf(error) !== field) return null;
  const { what, fix, quote } = errorText(t, error);
  return [what, fix, quote].filter((text) => text !== null).join(' ');
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

interface EndpointInputsProps {
  readonly form: EndpointForm;
  readonly endpoint: EndpointInfo | null;
  readonly error: AppError | null;
  readonly onChange: (part: Partial<EndpointForm>) => void;
}

const EndpointInputs = ({ form, endpoint, error, onChange }: EndpointInputsProps) => {
  const { t } = useTranslation();
  const stored = storedText(t, endpoint);
  return (
    <>
      <Choice
        label={t('settings.endpointType')}
        value={form.type}
        options={[
          { value: 'compatible', label: t('settings.typeCompatible') },
          { value: 'azure', label: t('settings.typeAzure') },
        ]}
        onChoose={(type) => onChange({ type })}
      />
      <TextField
        label={t('settings.baseUrl')}
        value={form.baseUrl}
        inputMode="url"
        error={problemText(t, error, 'baseUrl')}
        alerts
        onText={(baseUrl) => onChange({ baseUrl })}
      />
      {form.type === 'azure' && (
        <TextField
          label={t('settings.apiVersion')}
          value={form.apiVersion}
          placeholder="2024-10-21"
          error={problemText(t, error, 'apiVersion')}
          alerts
          onText={(apiVersion) => onChange({ apiVersion })}
        />
      )}
      <TextField
        label={t('settings.apiKey')}
        type="password"
        value={form.apiKey}
        hint={stored}
        error={problemText(t, error, 'apiKey')}
        alerts
        placeholder={stored === undefined ? '' : t('settings.apiKeyKept')}
        onText={(apiKey) => onChange({ apiKey })}
      />
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
  const problem = problemText(t, error, null);
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <EndpointInputs form={form} endpoint={endpoint} error={error} onChange={change} />
      {problem !== null && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
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
