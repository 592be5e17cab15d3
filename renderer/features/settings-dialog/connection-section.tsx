import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInfo } from '../../../preload/contract/endpoints';
import { selectEndpoint } from '../../actions/endpoints';
import { currentEndpoint, useApp } from '../../stores/app-store';
import { Choice } from '../../ui/choice';
import { ConnectionCheck } from './connection-check';
import { useConnectionTest } from './connection-test';
import { EndpointEditor } from './endpoint-editor';
import type { SavedNote } from './endpoint-fields';
import styles from './settings-dialog.module.css';

const NEW_ENDPOINT = 'new';

const BuiltInNote = ({ endpoint }: { readonly endpoint: EndpointInfo | null }) => {
  const { t } = useTranslation();
  if (endpoint?.kind === 'demo') return <p className={styles.hint}>{t('settings.demoNote')}</p>;
  if (endpoint?.id === 'environment') return <p className={styles.hint}>{t('settings.environmentNote')}</p>;
  return null;
};

/** Which server replies come from, with which key. */
export const ConnectionSection = () => {
  const { t } = useTranslation();
  const endpoints = useApp((state) => state.endpoints);
  const current = useApp(currentEndpoint);
  const [adding, setAdding] = useState(false);
  const [saved, setSaved] = useState<SavedNote | null>(null);
  const options = [
    ...endpoints.map(({ id, kind, name }) => ({
      value: id,
      label: kind === 'demo' ? t('settings.demoName') : name,
    })),
    { value: NEW_ENDPOINT, label: t('settings.newEndpoint') },
  ];
  const shown = adding ? null : current;
  const { outcome, test } = useConnectionTest(shown?.id ?? null);
  const choose = (id: string) => {
    setAdding(id === NEW_ENDPOINT);
    if (id !== NEW_ENDPOINT) void selectEndpoint(id);
  };
  return (
    <section className={styles.section} aria-label={t('settings.connection')}>
      <h3>{t('settings.connection')}</h3>
      <Choice
        label={t('settings.endpoint')}
        value={shown?.id ?? NEW_ENDPOINT}
        options={options}
        onChoose={choose}
      />
      <BuiltInNote endpoint={shown} />
      <EndpointEditor
        key={shown?.id ?? NEW_ENDPOINT}
        endpoint={shown}
        saved={saved !== null && saved.id === shown?.id ? saved : null}
        onSaved={(note) => {
          setSaved(note);
          if (note !== null) setAdding(false);
        }}
        outcome={outcome}
        onTest={(id) => void test(id)}
      />
      {shown !== null && <ConnectionCheck key={`${shown.id} ${shown.baseUrl}`} endpointId={shown.id} />}
    </section>
  );
};
