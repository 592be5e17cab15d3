import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInfo } from '../../../preload/contract/endpoints';
import { type AppError, toAppError } from '../../../preload/contract/result';
import { saveEndpoint } from '../../actions/endpoints';
import { ConnectionTest, type Outcome } from './connection-test';
import { EndpointFields, type SavedNote } from './endpoint-fields';
import { type EndpointForm, formOf, inputOf, isChanged } from './endpoint-form';
import { formDraft, keepFormDraft } from './form-draft';
import styles from './settings-dialog.module.css';

const KeyStorage = ({ endpoint }: { readonly endpoint: EndpointInfo | null }) => {
  const { t } = useTranslation();
  return (
    <p role="status" className={styles.hint} aria-label={t('settings.keyStorage')}>
      {t(`settings.storage.${endpoint?.key.method ?? 'none'}`)}
    </p>
  );
};

interface EndpointEditorProps {
  /** The endpoint that is changed; null: a new one. */
  readonly endpoint: EndpointInfo | null;
  /** What was just saved, if the form shows it. */
  readonly saved: SavedNote | null;
  /** Told what was saved, and null when something else is typed. */
  readonly onSaved: (note: SavedNote | null) => void;
  readonly outcome: Outcome;
  readonly onTest: (id: string) => void;
}

/** Changes and tests one endpoint. A key that was saved leaves the page for good. */
export const EndpointEditor = ({ endpoint, saved, onSaved, outcome, onTest }: EndpointEditorProps) => {
  const draftKey = endpoint?.id ?? null;
  const [form, setForm] = useState(formDraft(draftKey) ?? formOf(endpoint));
  const [error, setError] = useState<AppError | null>(null);
  const unsaved = isChanged(form, endpoint);
  const change = (part: Partial<EndpointForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    keepFormDraft(draftKey, next);
    onSaved(null);
  };
  const save = async (): Promise<string | null> => {
    try {
      const now = await saveEndpoint(inputOf(form));
      keepFormDraft(draftKey, null);
      setError(null);
      setForm(formOf(now));
      onSaved({ id: now.id, keyDropped: endpoint?.key.stored === true && !now.key.stored });
      return now.id;
    } catch (thrown) {
      setError(toAppError(thrown));
      return null;
    }
  };
  const test = async () => {
    const id = unsaved ? await save() : draftKey;
    if (id !== null) onTest(id);
  };
  return (
    <>
      <EndpointFields
        form={form}
        endpoint={endpoint}
        error={error}
        saved={saved}
        onChange={change}
        onSave={() => void save()}
      />
      <KeyStorage endpoint={endpoint} />
      <ConnectionTest unsaved={unsaved} outcome={outcome} onTest={() => void test()} />
    </>
  );
};
