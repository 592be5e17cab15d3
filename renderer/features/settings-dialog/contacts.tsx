import { Download, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, Contacts as Contacted } from '../../../preload/contract/network';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './contacts.module.css';
import { contactsCsv } from './contacts-csv';

const timeText = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at);

const kilobytes = (language: string, bytes: number): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1000);

const Row = ({ contact }: { readonly contact: Contact }) => {
  const { t, i18n } = useTranslation();
  const { origin, purpose, requests, failures, sentBytes, receivedBytes, via, lastAt } = contact;
  return (
    <tr>
      <th scope="row">
        {origin}
        {via !== '' && <span className={styles.via}>{t('network.via', { via })}</span>}
      </th>
      <td>{t(`network.purpose.${purpose}`)}</td>
      <td>{failures === 0 ? requests : t('network.someFailed', { requests, failures })}</td>
      <td>{kilobytes(i18n.language, sentBytes)}</td>
      <td>{kilobytes(i18n.language, receivedBytes)}</td>
      <td>{timeText(i18n.language, lastAt)}</td>
    </tr>
  );
};

const COLUMNS = ['server', 'why', 'requests', 'sent', 'received', 'last'] as const;

/** Every server that Parlance contacted since it started, and why: read when the person asks for it. */
export const Contacts = () => {
  const { t, i18n } = useTranslation();
  const [contacted, setContacted] = useState<Contacted | null>(null);
  const read = () => request('network.contacts', {}).then(setContacted, tellError);
  if (contacted === null)
    return (
      <div className={styles.buttons}>
        <Button onClick={() => void read()}>{t('network.show')}</Button>
      </div>
    );
  const { contacts, since } = contacted;
  const save = () =>
    request('app.saveText', { name: 'parlance-servers.csv', text: contactsCsv(contacts) }).catch(tellError);
  return (
    <div className={styles.contacts}>
      <p className={styles.hint}>{t('network.hint', { since: timeText(i18n.language, since) })}</p>
      {contacts.length === 0 ? (
        <p role="status">{t('network.nothing')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
        <section className={styles.scroller} aria-label={t('network.contacts')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`network.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {contacts.map((contact) => (
                <Row key={`${contact.purpose} ${contact.origin} ${contact.via}`} contact={contact} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className={styles.buttons}>
        <Button icon={<RotateCw size={13} aria-hidden />} onClick={() => void read()}>
          {t('network.again')}
        </Button>
        {contacts.length > 0 && (
          <Button icon={<Download size={13} aria-hidden />} onClick={() => void save()}>
            {t('network.saveList')}
          </Button>
        )}
      </div>
    </div>
  );
};
