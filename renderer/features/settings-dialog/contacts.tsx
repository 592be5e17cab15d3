import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../preload/contract/network';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './contacts.module.css';

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
  const { origin, purpose, requests, failures, sentBytes, receivedBytes, lastAt } = contact;
  return (
    <tr>
      <th scope="row">{origin}</th>
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
  const { t } = useTranslation();
  const [contacts, setContacts] = useState<readonly Contact[] | null>(null);
  const read = () => request('network.contacts', {}).then(setContacts, tellError);
  if (contacts === null) return <Button onClick={() => void read()}>{t('network.show')}</Button>;
  return (
    <div className={styles.contacts}>
      <p className={styles.hint}>{t('network.hint')}</p>
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
                <Row key={`${contact.purpose} ${contact.origin}`} contact={contact} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Button icon={<RotateCw size={13} aria-hidden />} onClick={() => void read()}>
        {t('network.again')}
      </Button>
    </div>
  );
};
