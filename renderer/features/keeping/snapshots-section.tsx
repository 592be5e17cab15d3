import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySnapshot } from '../../../preload/contract/history-snapshots';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from '../settings-dialog/settings-dialog.module.css';
import { RestoreDialog } from './restore-dialog';
import { SnapshotList } from './snapshot-choice';

/** In Settings: the snapshots, making one, and going back to one. */
export const SnapshotsSection = () => {
  const { t } = useTranslation();
  const [snapshots, setSnapshots] = useState<readonly HistorySnapshot[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<HistorySnapshot | null>(null);
  const read = async () => setSnapshots(await request('snapshot.list', {}));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => {
    read().catch(() => setSnapshots([]));
  }, []);
  const make = async () => {
    setBusy(true);
    try {
      await request('snapshot.make', {});
      await read();
    } catch (thrown) {
      tellError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.section} aria-label={t('keeping.snapshots')}>
      <h3>{t('keeping.snapshots')}</h3>
      <p className={styles.hint}>{t('keeping.snapshotsHint')}</p>
      {snapshots?.length === 0 && <p className={styles.hint}>{t('keeping.noSnapshots')}</p>}
      {snapshots !== null && snapshots.length > 0 && (
        <SnapshotList snapshots={snapshots} onChoose={setChosen} />
      )}
      <div className={styles.buttons}>
        <Button disabled={busy} onClick={() => void make()}>
          {busy ? t('keeping.making') : t('keeping.makeSnapshot')}
        </Button>
      </div>
      {chosen !== null && <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
};
