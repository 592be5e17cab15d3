import { ChevronDown, ChevronRight, Ellipsis, FolderInput, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { bundleFormats } from '../../../preload/contract/transfer';
import { deleteFolder, toggleFolder } from '../../actions/order';
import { exportScope } from '../../actions/transfer';
import { listingKey, showOrganise, useOrder } from '../../stores/order-store';
import { IconButton } from '../../ui/button';
import { PopupItem, PopupMenu } from '../../ui/menu';
import { FormatsMenu } from '../transfer/export-menu';
import { allowChats, dropChats } from './dragged-chats';
import { ListedChats } from './listed-chats';
import styles from './organise.module.css';

const FolderMenu = ({ folder }: { readonly folder: Folder }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        label={t('organise.folderActions')}
        className={styles.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      {open && (
        <PopupMenu
          label={t('organise.folderActions')}
          anchor={button}
          side="bottom"
          onClose={() => setOpen(false)}
        >
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

interface FolderItemProps {
  readonly folder: Folder;
  /** The folders within it. */
  readonly below: ReactNode;
}

const Contents = ({ folder, below }: FolderItemProps) => {
  const { t } = useTranslation();
  const listing = useOrder(({ listings }) => listings[listingKey({ kind: 'folder', folderId: folder.id })]);
  const hasFolders = useOrder(({ folders }) => folders.some(({ parentId }) => parentId === folder.id));
  const isEmpty = listing?.chats.length === 0 && !hasFolders;
  return (
    <>
      {below}
      {listing !== undefined && listing.chats.length > 0 && (
        <ul className={styles.chats} aria-label={folder.name}>
          <ListedChats listing={listing} />
        </ul>
      )}
      {isEmpty && <p className={styles.empty}>{t('organise.emptyFolder')}</p>}
    </>
  );
};

/** A folder; what is in it while it is open. Chats are dropped on it. */
export const FolderItem = ({ folder, below }: FolderItemProps) => {
  const { t } = useTranslation();
  const open = useOrder((state) => state.open.has(folder.id));
  const [over, setOver] = useState(false);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: who uses the keyboard has "Move to folder" */}
      <div
        className={styles.folder}
        data-over={over}
        onDragOver={(event) => setOver(allowChats(event))}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          dropChats(event, folder.id);
        }}
      >
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          onClick={() => toggleFolder(folder.id, !open)}
        >
          <Chevron size={15} aria-hidden />
          <span>{folder.name}</span>
        </button>
        {folder.chatCount > 0 && (
          <span className={styles.count}>
            <span aria-hidden>{folder.chatCount}</span>
            <span className="hidden-visually">{t('organise.chats', { count: folder.chatCount })}</span>
          </span>
        )}
        <FolderMenu folder={folder} />
      </div>
      {open && <Contents folder={folder} below={below} />}
    </li>
  );
};
