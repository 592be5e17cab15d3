import { showOrganise, useOrder } from '../../stores/order-store';
import { FilterDialog } from './filter-dialog';
import { FolderNameDialog } from './folder-name-dialog';
import { MoveChatsDialog, MoveFolderDialog } from './move-dialogs';
import { TagsDialog } from './tags-dialog';

const close = () => showOrganise(null);

/** The dialog that organises chats, if one is open. */
export const OrganiseDialogs = () => {
  const dialog = useOrder((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'move':
      return <MoveChatsDialog chatIds={dialog.chatIds} onClose={close} />;
    case 'tags':
      return <TagsDialog chats={dialog.chats} onClose={close} />;
    case 'filter':
      return <FilterDialog onClose={close} />;
    case 'newFolder':
      return <FolderNameDialog folder={null} parentId={dialog.parentId} onClose={close} />;
    case 'renameFolder':
      return <FolderNameDialog folder={dialog.folder} parentId={dialog.folder.parentId} onClose={close} />;
    case 'moveFolder':
      return <MoveFolderDialog folder={dialog.folder} onClose={close} />;
  }
};
