import {
  Archive,
  ArchiveRestore,
  FolderInput,
  Pencil,
  Pin,
  PinOff,
  Printer,
  Tag,
  Trash2,
} from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { archiveChat, deleteChat, pinChat } from '../../actions/chats';
import { printChat } from '../../actions/native';
import { showOrganise } from '../../stores/order-store';
import { useSelection } from '../../stores/selection-store';
import { PopupItem, PopupMenu } from '../../ui/menu';
import { SelectionMenu } from '../organise/selection-menu';
import { ExportMenu } from '../transfer/export-menu';

interface ChatMenuProps {
  readonly chat: Chat;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onRename: () => void;
}

/** What can be done with a chat, or with all that are selected where it is one of them. */
export const ChatMenu = (props: ChatMenuProps) => {
  const isOneOfMany = useSelection(({ ids }) => ids.size > 1 && ids.has(props.chat.id));
  return isOneOfMany ? (
    <SelectionMenu anchor={props.anchor} onClose={props.onClose} />
  ) : (
    <OneChatMenu {...props} />
  );
};

const OneChatMenu = ({ chat, anchor, onClose, onRename }: ChatMenuProps) => {
  const { t } = useTranslation();
  const ArchiveIcon = chat.isArchived ? ArchiveRestore : Archive;
  const PinIcon = chat.isPinned ? PinOff : Pin;
  return (
    <PopupMenu label={t('conversations.actions')} anchor={anchor} side="bottom" onClose={onClose}>
      <PopupItem icon={<Pencil size={14} aria-hidden />} keys="F2" onClick={onRename}>
        {t('conversations.rename')}
      </PopupItem>
      <PopupItem icon={<PinIcon size={14} aria-hidden />} onClick={() => void pinChat(chat)}>
        {chat.isPinned ? t('conversations.unpin') : t('conversations.pin')}
      </PopupItem>
      <PopupItem
        icon={<ArchiveIcon size={14} aria-hidden />}
        onClick={() => void archiveChat(chat.id, chat.isArchived !== true)}
      >
        {chat.isArchived ? t('conversations.unarchive') : t('conversations.archive')}
      </PopupItem>
      <PopupItem
        icon={<FolderInput size={14} aria-hidden />}
        onClick={() => showOrganise({ kind: 'move', chatIds: [chat.id] })}
      >
        {t('organise.moveTo')}
      </PopupItem>
      <PopupItem
        icon={<Tag size={14} aria-hidden />}
        onClick={() => showOrganise({ kind: 'tags', chats: [chat] })}
      >
        {t('organise.tagsMenu')}
      </PopupItem>
      <ExportMenu chatId={chat.id} />
      <PopupItem icon={<Printer size={14} aria-hidden />} onClick={() => printChat(chat.id)}>
        {t('native.print')}
      </PopupItem>
      <PopupItem
        icon={<Trash2 size={14} aria-hidden />}
        keys="Delete"
        danger
        onClick={() => void deleteChat(chat)}
      >
        {t('conversations.delete')}
      </PopupItem>
    </PopupMenu>
  );
};
