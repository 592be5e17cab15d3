import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotFacts } from '../../../preload/contract/history-snapshots';
import { request } from '../../ipc/client';
import styles from './keeping.module.css';
import { timeText } from './time-text';

/** How much is in a snapshot, and from when on it lacks what was written. */
export const NewestFacts = ({ name }: { readonly name: string }) => {
  const { t, i18n } = useTranslation();
  const [facts, setFacts] = useState<SnapshotFacts | null>(null);
  useEffect(() => {
    // Restoring says why where it cannot be read.
    request('snapshot.facts', { name }).then(setFacts, () => undefined);
  }, [name]);
  if (facts === null || facts.changedAt === null) return null;
  const { chats, messages } = facts;
  const time = timeText(i18n.language, facts.changedAt);
  return <p className={styles.hint}>{t('keeping.newestHolds', { chats, messages, time })}</p>;
};
