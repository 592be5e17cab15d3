import { Archive, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { archiveChat, deleteChat, pinChat } from '../../actions/chats';
import { PopupItem, PopupMenu } from '../../ui/menu';
import { ExportMenu } from '../transfer/export-menu';

interface ChatMenuProps {
  readonly chat: Chat;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onRename: () => void;
}

/** What can be done with a chat. */
export const ChatMenu = ({ chat, anchor, onClose, onRename }: ChatMenuProps) => {
  const { t } = useTranslation();
  const PinIcon = chat.isPinned ? PinOff : Pin;
  return (
    <PopupMenu label={t('conversations.actions')} anchor={anchor} side="bottom" onClose={onClose}>
      <PopupItem icon={<Pencil size={14} aria-hidden />} onClick={onRename}>
        {t('conversations.rename')}
      </PopupItem>
      <PopupItem icon={<PinIcon size={14} aria-hidden />} onClick={() => void pinChat(chat)}>
        {chat.isPinned ? t('conversations.unpin') : t('conversations.pin')}
      </PopupItem>
      <PopupItem icon={<Archive size={14} aria-hidden />} onClick={() => void archiveChat(chat.id, true)}>
        {t('conversations.archive')}
      </PopupItem>
      <ExportMenu chatId={chat.id} />
      <PopupItem icon={<Trash2 size={14} aria-hidden />} danger onClick={() => void deleteChat(chat)}>
        {t('conversations.delete')}
      </PopupItem>
    </PopupMenu>
  );
};
