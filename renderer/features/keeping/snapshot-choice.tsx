import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySnapshot } from '../../../preload/contract/history-snapshots';
import { sizeText } from '../../i18n/sizes';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { Confirm } from './confirm';
import styles from './keeping.module.css';
import { NewestFacts } from './newest-facts';
import { timeText } from './time-text';

interface SnapshotListProps {
  readonly snapshots: readonly HistorySnapshot[];
  readonly onChoose: (snapshot: HistorySnapshot) => void;
}

/** Snapshots, newest first, each with a button that begins to restore it. */
export const SnapshotList = ({ snapshots, onChoose }: SnapshotListProps) => {
  const { t, i18n } = useTranslation();
  return (
    <ul className={styles.list} aria-label={t('keeping.snapshots')}>
      {snapshots.map((snapshot) => {
        const time = timeText(i18n.language, snapshot.madeAt);
        const facts = [t(`keeping.reasons.${snapshot.reason}`), sizeText(i18n.language, snapshot.size)];
        if (!snapshot.opens) facts.push(t('keeping.otherKey'));
        return (
          <li key={snapshot.name} className={styles.item}>
            <div className={styles.text}>
              <time dateTime={new Date(snapshot.madeAt).toISOString()}>{time}</time>
              <span className={styles.hint}>{facts.join(' · ')}</span>
            </div>
            <Button disabled={!snapshot.opens} onClick={() => onChoose(snapshot)}>
              {t('keeping.restoreFrom')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
};

/** Asks whether everything is to be restored from a snapshot, and does it. */
export const ConfirmRestore = ({
  snapshot,
  onClose,
}: {
  readonly snapshot: HistorySnapshot;
  readonly onClose: () => void;
}) => {
  const { t, i18n } = useTranslation();
  return (
    <Confirm
      title={t('keeping.confirmRestore', { time: timeText(i18n.language, snapshot.madeAt) })}
      lead={t('keeping.confirmRestoreLead')}
      action={t('keeping.restoreConfirm')}
      onConfirm={() => {
        showSettings(false);
        request('snapshot.restoreAll', { name: snapshot.name }).catch(tellError);
      }}
      onClose={onClose}
    />
  );
};

/** For a history that cannot be opened: the snapshots that can take its place. */
export const SnapshotChoice = () => {
  const { t } = useTranslation();
  const [snapshots, setSnapshots] = useState<readonly HistorySnapshot[]>([]);
  const [chosen, setChosen] = useState<HistorySnapshot | null>(null);
  useEffect(() => {
    request('snapshot.list', {}).then(setSnapshots, tellError);
  }, []);
  const newest = snapshots.find(({ opens }) => opens);
  if (newest === undefined) return <p className={styles.hint}>{t('keeping.noneOpens')}</p>;
  return (
    <>
      <p className={styles.hint}>{t('keeping.lastSnapshots')}</p>
      <NewestFacts name={newest.name} />
      <SnapshotList snapshots={snapshots.slice(0, 5)} onChoose={setChosen} />
      {chosen !== null && <ConfirmRestore snapshot={chosen} onClose={() => setChosen(null)} />}
    </>
  );
};
