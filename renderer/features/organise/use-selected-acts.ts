import {
  Archive,
  ArchiveRestore,
  FolderInput,
  type LucideIcon,
  Pin,
  PinOff,
  Tag,
  Trash2,
} from 'lucide-react';
import type { ChatChange } from '../../../preload/contract/organise';
import { changeChats } from '../../actions/order';
import { useChatList } from '../../stores/chat-list-store';
import { showOrganise, useOrder } from '../../stores/order-store';
import { useSelection } from '../../stores/selection-store';

/** One thing that is done with all chats that are selected. */
interface SelectedAct {
  readonly name: 'pin' | 'unpin' | 'move' | 'tag' | 'archive' | 'unarchive' | 'delete';
  readonly Icon: LucideIcon;
  readonly run: () => void;
}

/** What can be done with the chats that are selected. */
interface SelectedActs {
  readonly ids: readonly string[];
  readonly changes: readonly SelectedAct[];
  readonly trash: SelectedAct;
}

const useSelectedChats = () => {
  const ids = useSelection((state) => state.ids);
  const main = useChatList(({ chats }) => chats);
  const listings = useOrder((state) => state.listings);
  const all = [...main, ...Object.values(listings).flatMap(({ chats }) => chats)];
  return [...new Map(all.filter(({ id }) => ids.has(id)).map((chat) => [chat.id, chat])).values()];
};

/** What can be done with the chats that are selected: the same in the bar below the list and in the menu of one of them. */
export const useSelectedActs = (): SelectedActs => {
  const ids = [...useSelection((state) => state.ids)];
  const chats = useSelectedChats();
  const inArchive = useOrder(({ filter }) => filter?.kind === 'archived');
  const arePinned = chats.every(({ isPinned }) => isPinned === true);
  const make = (change: ChatChange) => () => void changeChats(ids, change);
  return {
    ids,
    changes: [
      {
        name: arePinned ? 'unpin' : 'pin',
        Icon: arePinned ? PinOff : Pin,
        run: make({ kind: 'pin', isPinned: !arePinned }),
      },
      { name: 'move', Icon: FolderInput, run: () => showOrganise({ kind: 'move', chatIds: ids }) },
      { name: 'tag', Icon: Tag, run: () => showOrganise({ kind: 'tags', chats }) },
      {
        name: inArchive ? 'unarchive' : 'archive',
        Icon: inArchive ? ArchiveRestore : Archive,
        run: make({ kind: 'archive', isArchived: !inArchive }),
      },
    ],
    trash: { name: 'delete', Icon: Trash2, run: make({ kind: 'trash', isTrashed: true }) },
  };
};
