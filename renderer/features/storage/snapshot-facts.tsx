import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySnapshot } from '../../../preload/contract/history-snapshots';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { timeText } from '../keeping/time-text';

/** How many snapshots there are, when the newest was made, and what the recovery key is for. */
export const SnapshotFacts = () => {
  const { t, i18n } = useTranslation();
  const [snapshots, setSnapshots] = useState<readonly HistorySnapshot[] | null>(null);
  useEffect(() => {
    request('snapshot.list', {}).then(setSnapshots, () => setSnapshots(null));
  }, []);
  const newest = snapshots?.[0];
  const made =
    newest === undefined
      ? t('storage.noSnapshots')
      : t('storage.snapshots', {
          count: snapshots?.length ?? 0,
          time: timeText(i18n.language, newest.madeAt),
        });
  return <p>{sentences(snapshots === null ? '' : made, t('storage.recovery'))}</p>;
};
