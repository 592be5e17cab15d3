import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalServer } from '../../../preload/contract/endpoints';
import { saveEndpoint } from '../../actions/endpoints';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './first-run.module.css';

const chooseServer = ({ baseUrl }: LocalServer) =>
  saveEndpoint({ id: null, kind: 'compatible', baseUrl, apiVersion: null, apiKey: null }).catch(tellError);

/** Model servers that run on this computer; says nothing when there are none. */
export const LocalServers = () => {
  const { t } = useTranslation();
  const [servers, setServers] = useState<readonly LocalServer[]>([]);
  useEffect(() => {
    let shown = true;
    request('endpoint.findLocal', {})
      .then((found) => shown && setServers(found))
      // Not finding one is no trouble worth a message.
      .catch(() => undefined);
    return () => {
      shown = false;
    };
  }, []);
  if (servers.length === 0) return null;
  return (
    <section className={styles.local} aria-label={t('firstRun.local')}>
      <h2>{t('firstRun.local')}</h2>
      {servers.map((server) => (
        <div key={server.baseUrl} className={styles.choice}>
          <Button onClick={() => void chooseServer(server)}>
            {t('firstRun.use', { name: server.name })}
          </Button>
          <p className={styles.hint}>
            {t('firstRun.models', { count: server.modelCount })} · {server.baseUrl}
          </p>
        </div>
      ))}
    </section>
  );
};
