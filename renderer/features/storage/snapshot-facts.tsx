import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySnapshot } from '../../../preload/contract/history-snapshots';
import type { StoredData } from '../../../preload/contract/stored-data';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { timeText } from '../keeping/time-text';

interface SnapshotFactsProps {
  /** What is shown of the files beside this; null: nothing yet. Read with them, for both to say the same. */
  readonly stored: StoredData | null;
}

/** How many snapshots there are, when the newest was made, and what the recovery key is for. */
export const SnapshotFacts = ({ stored }: SnapshotFactsProps) => {
  const { t, i18n } = useTranslation();
  const [snapshots, setSnapshots] = useState<readonly HistorySnapshot[] | null>(null);
  useEffect(() => {
    if (stored !== null) request('snapshot.list', {}).then(setSnapshots, () => setSnapshots(null));
  }, [stored]);
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
