import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndpointInfo } from '../../../preload/contract/endpoints';
import { selectEndpoint } from '../../actions/endpoints';
import { currentEndpoint, useApp } from '../../stores/app-store';
import { Choice } from '../../ui/choice';
import { ConnectionTest } from './connection-test';
import { EndpointFields } from './endpoint-fields';
import { emptyForm, formOf } from './endpoint-form';
import styles from './settings-dialog.module.css';

const NEW_ENDPOINT = 'new';

const BuiltInNote = ({ endpoint }: { readonly endpoint: EndpointInfo | null }) => {
  const { t } = useTranslation();
  if (endpoint?.kind === 'demo') return <p className={styles.hint}>{t('settings.demoNote')}</p>;
  if (endpoint?.id === 'environment') return <p className={styles.hint}>{t('settings.environmentNote')}</p>;
  return null;
};

const KeyStorage = ({ endpoint }: { readonly endpoint: EndpointInfo | null }) => {
  const { t } = useTranslation();
  return (
    <p role="status" className={styles.hint} aria-label={t('settings.keyStorage')}>
      {t(`settings.storage.${endpoint?.key.method ?? 'none'}`)}
    </p>
  );
};

/** Which server replies come from, with which key. */
export const ConnectionSection = () => {
  const { t } = useTranslation();
  const endpoints = useApp((state) => state.endpoints);
  const current = useApp(currentEndpoint);
  const [adding, setAdding] = useState(false);
  const [savedId, setSavedId] = useState<string | null>(null);
  const options = [
    ...endpoints.map(({ id, name }) => ({ value: id, label: name })),
    { value: NEW_ENDPOINT, label: t('settings.newEndpoint') },
  ];
  const shown = adding ? null : current;
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
      <EndpointFields
        key={shown?.id ?? NEW_ENDPOINT}
        initial={shown === null ? emptyForm : formOf(shown)}
        endpoint={shown}
        saved={savedId !== null && savedId === shown?.id}
        onSaved={(id) => {
          setSavedId(id);
          if (id !== null) setAdding(false);
        }}
      />
      <KeyStorage endpoint={shown} />
      <ConnectionTest key={current?.id ?? ''} endpoint={current} />
    </section>
  );
};
