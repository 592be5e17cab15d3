import { Ellipsis, FolderInput, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { bundleFormats } from '../../../preload/contract/transfer';
import { deleteFolder } from '../../actions/folders';
import { exportScope } from '../../actions/transfer';
import { showOrganise } from '../../stores/order-store';
import { IconButton } from '../../ui/button';
import { PopupItem, PopupMenu } from '../../ui/menu';
import { FormatsMenu } from '../transfer/export-menu';
import styles from './organise.module.css';

interface FolderMenuProps {
  readonly folder: Folder;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What can be done with a folder. */
export const FolderMenu = ({ folder, open, onOpen }: FolderMenuProps) => {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const label = t('organise.folderActions');
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        className={styles.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => onOpen(true)}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      {open && (
        <PopupMenu label={label} anchor={button} side="bottom" onClose={() => onOpen(false)}>
          <PopupItem
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => showOrganise({ kind: 'renameFolder', folder })}
          >
            {t('organise.renameFolder')}
          </PopupItem>
          <PopupItem
            icon={<FolderPlus size={14} aria-hidden />}
            onClick={() => showOrganise({ kind: 'newFolder', parentId: folder.id })}
          >
            {t('organise.subfolder')}
          </PopupItem>
          <PopupItem
            icon={<FolderInput size={14} aria-hidden />}
            onClick={() => showOrganise({ kind: 'moveFolder', folder })}
          >
            {t('organise.moveFolder')}
          </PopupItem>
          <FormatsMenu
            formats={bundleFormats}
            onChoose={(format) => void exportScope({ kind: 'folder', folderId: folder.id }, format)}
          />
          <PopupItem
            icon={<Trash2 size={14} aria-hidden />}
            danger
            title={t('organise.deleteFolderHint')}
            onClick={() => void deleteFolder(folder.id)}
          >
            {t('organise.deleteFolder')}
          </PopupItem>
        </PopupMenu>
      )}
    </>
  );
};
