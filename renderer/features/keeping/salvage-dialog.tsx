import { useTranslation } from 'react-i18next';
import type { SalvageReport } from '../../../preload/contract/history-snapshots';
import { useKeeping } from '../../stores/keeping-store';
import styles from './keeping.module.css';
import { KeepingFrame } from './keeping-frame';

/** Says what came back of a damaged history, what did not, and where the damaged file is. */
export const SalvageDialog = ({ report }: { readonly report: SalvageReport }) => {
  const { t } = useTranslation();
  const { chats, messages, setAside } = report;
  const lines = [
    [report.lostMessages, t('keeping.salvageLostMessages', { count: report.lostMessages })],
    [report.lostChats, t('keeping.salvageLostChats', { count: report.lostChats })],
    [report.mendedMessages, t('keeping.salvageMended', { count: report.mendedMessages })],
    [report.movedMessages, t('keeping.salvageMoved', { count: report.movedMessages })],
    [report.untitledChats, t('keeping.salvageUntitled', { count: report.untitledChats })],
    [report.lostRows, t('keeping.salvageLost', { count: report.lostRows })],
  ] as const;
  return (
    <KeepingFrame title={t('keeping.salvageTitle')} onClose={() => useKeeping.setState({ salvaged: null })}>
      <p>{t('keeping.salvaged', { chats, messages })}</p>
      <ul className={styles.report}>
        {lines
          .filter(([count]) => count > 0)
          .map(([, line]) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
      <p className={styles.hint}>{t('keeping.salvageAside', { name: setAside })}</p>
    </KeepingFrame>
  );
};
