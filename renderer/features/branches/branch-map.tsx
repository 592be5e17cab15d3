import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from '../../../preload/contract/branches';
import { openChatAt } from '../../actions/open-at';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { SmallDialog } from '../../ui/small-dialog';
import { rowsOf } from './branch-tree';
import { BranchTree } from './branch-tree-view';
import styles from './branches.module.css';

interface BranchMapProps {
  readonly chatId: string;
  readonly onClose: () => void;
}

/** The chat's tree: its forks and ends, and the runs between them. */
export const BranchMap = ({ chatId, onClose }: BranchMapProps) => {
  const { t } = useTranslation();
  const [branches, setBranches] = useState<readonly Branch[] | null>(null);
  const rows = useMemo(() => rowsOf(branches ?? []), [branches]);
  useEffect(() => {
    request('branch.map', { chatId }).then(setBranches).catch(tellError);
  }, [chatId]);
  const go = ({ id }: Branch) => {
    onClose();
    void openChatAt(chatId, { messageId: id, found: [], nth: 0 });
  };
  return (
    <SmallDialog title={t('branches.title')} closeLabel={t('branches.close')} isWide onClose={onClose}>
      {branches === null ? (
        <p role="status">{t('branches.loading')}</p>
      ) : (
        <>
          <BranchTree chatId={chatId} rows={rows} onGo={go} />
          <p className={styles.hint}>{rows.length > 1 ? t('branches.hint') : t('branches.single')}</p>
        </>
      )}
    </SmallDialog>
  );
};
