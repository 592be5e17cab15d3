import type { TFunction } from 'i18next';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInfo } from '../../../preload/contract/endpoints';
import type { AppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { type EndpointForm, isSaved, keepsKey } from './endpoint-form';
import styles from './settings-dialog.module.css';

/** What was just saved. */
export interface SavedNote {
  readonly id: string;
  /** True when the key of the old address was left behind with it. */
  readonly keyDropped: boolean;
}

interface EndpointInputsProps {
  readonly form: EndpointForm;
  /** The endpoint that is changed; null: a new one. */
  readonly endpoint: EndpointInfo | null;
  readonly error: AppError | null;
  /** What was just saved, if the form shows it. */
  readonly saved: SavedNote | null;
  readonly onChange: (part: Partial<EndpointForm>) => void;
}

interface EndpointFieldsProps extends EndpointInputsProps {
  readonly onSave: () => void;
}

interface KeyTexts {
  readonly hint: string | undefined;
  readonly placeholder: string;
}

/** What is said of the key that the endpoint has, and of leaving the field empty. */
const keyTexts = (t: TFunction, form: EndpointForm, endpoint: EndpointInfo | null): KeyTexts => {
  if (endpoint?.key.stored !== true) return { hint: undefined, placeholder: '' };
  if (!keepsKey(form, endpoint)) return { hint: t('settings.keyStaysBehind'), placeholder: '' };
  const { lastFour, method } = endpoint.key;
  if (method === 'environment') {
    return {
      hint:
        lastFour === null ? t('settings.keyEnvironmentShort') : t('settings.keyEnvironment', { lastFour }),
      placeholder: t('settings.apiKeyEnvironment'),
    };
  }
  return {
    hint: lastFour === null ? t('settings.keyStoredShort') : t('settings.keyStored', { lastFour }),
    placeholder: t('settings.apiKeyKept'),
  };
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
  return sentences(what, fix, quote);
};

const StoredButtons = ({ endpoint }: { readonly endpoint: EndpointInfo }) => {
  const { t } = useTranslation();
  const { id, key } = endpoint;
  return (
    <>
      {key.stored && key.method !== 'environment' && (
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

const EndpointInputs = ({ form, endpoint, error, saved, onChange }: EndpointInputsProps) => {
  const { t } = useTranslation();
  const { hint, placeholder } = keyTexts(t, form, endpoint);
  const dropped = saved?.keyDropped === true ? t('settings.keyDropped') : null;
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
        hint={hint}
        error={problemText(t, error, 'apiKey') ?? dropped}
        alerts
        placeholder={placeholder}
        onText={(apiKey) => onChange({ apiKey })}
      />
    </>
  );
};

/** Address and key of an endpoint. */
export const EndpointFields = ({ onSave, ...inputs }: EndpointFieldsProps) => {
  const { t } = useTranslation();
  const { endpoint, error, saved } = inputs;
  const problem = problemText(t, error, null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <EndpointInputs {...inputs} />
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
          {saved === null ? '' : t('settings.saved')}
        </span>
      </div>
    </form>
  );
};
