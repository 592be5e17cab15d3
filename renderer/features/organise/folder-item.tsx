import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { deleteFolder } from '../../actions/folders';
import { toggleFolder } from '../../actions/order';
import { listingKey, showOrganise, useOrder } from '../../stores/order-store';
import { onFolderKey } from '../conversations/list-keys';
import { dragFolder } from './dragged';
import { FolderMenu } from './folder-menu';
import { ListedChats } from './listed-chats';
import styles from './organise.module.css';
import { useDropTarget } from './use-drop-target';

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
        <div className={styles.chats}>
          <ListedChats listing={listing} label={folder.name} />
        </div>
      )}
      {isEmpty && <p className={styles.empty}>{t('organise.emptyFolder')}</p>}
    </>
  );
};

const ChatCount = ({ count }: { readonly count: number }) => {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden>{count}</span>
      <span className="hidden-visually">{t('organise.chats', { count })}</span>
    </span>
  );
};

/** A folder; what is in it while it is open. Chats and folders are dropped on it. */
export const FolderItem = ({ folder, below }: FolderItemProps) => {
  const open = useOrder((state) => state.open.has(folder.id));
  const [menuOpen, setMenuOpen] = useState(false);
  const toggle = (isOpen: boolean) => toggleFolder(folder.id, isOpen);
  const target = useDropTarget(folder.id, () => toggle(true));
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <li>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: who uses the keyboard has "Move folder" and the menu's button */}
      <div
        className={styles.folder}
        draggable
        onDragStart={(event) => dragFolder(event, folder)}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenuOpen(true);
        }}
        {...target}
      >
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          data-folder={folder.id}
          onClick={() => toggle(!open)}
          onKeyDown={(event) =>
            onFolderKey(event, {
              isOpen: open,
              toggle,
              rename: () => showOrganise({ kind: 'renameFolder', folder }),
              remove: () => void deleteFolder(folder.id),
            })
          }
        >
          <Chevron size={15} aria-hidden />
          <span dir="auto">{folder.name}</span>
        </button>
        <ChatCount count={folder.chatCount} />
        <FolderMenu folder={folder} open={menuOpen} onOpen={setMenuOpen} />
      </div>
      {open && <Contents folder={folder} below={below} />}
    </li>
  );
};
