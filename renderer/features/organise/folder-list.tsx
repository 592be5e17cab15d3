import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { topFolders, useOrder } from '../../stores/order-store';
import { FolderItem } from './folder-item';
import styles from './organise.module.css';

interface FolderListProps {
  readonly parent: Folder | null;
}

/** The folders within one, or (null) those at the top. */
export const FolderList = ({ parent }: FolderListProps) => {
  const { t } = useTranslation();
  const folders = useOrder((state) => state.folders);
  const shown =
    parent === null ? topFolders(folders) : folders.filter(({ parentId }) => parentId === parent.id);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.folders} aria-label={parent === null ? t('organise.folders') : parent.name}>
      {shown.map((folder) => (
        <FolderItem key={folder.id} folder={folder} below={<FolderList parent={folder} />} />
      ))}
    </ul>
  );
};
