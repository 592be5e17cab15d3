import { Menu } from '@base-ui/react/menu';
import { Archive, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { archiveChat, deleteChat, pinChat } from '../../actions/chats';
import { ExportMenu } from '../transfer/export-menu';
import styles from './chat-menu.module.css';

interface ChatMenuProps {
  readonly chat: Chat;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onRename: () => void;
}

/** What can be done with a chat. Mounted only while it is open: a list of many chats has no menus. */
export const ChatMenu = ({ chat, anchor, onClose, onRename }: ChatMenuProps) => {
  const { t } = useTranslation();
  const PinIcon = chat.isPinned ? PinOff : Pin;
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={4}
          className={styles.positioner}
        >
          <Menu.Popup className={styles.popup} finalFocus={anchor} aria-label={t('conversations.actions')}>
            <Menu.Item className={styles.item} onClick={onRename}>
              <Pencil size={14} aria-hidden />
              {t('conversations.rename')}
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => void pinChat(chat)}>
              <PinIcon size={14} aria-hidden />
              {chat.isPinned ? t('conversations.unpin') : t('conversations.pin')}
            </Menu.Item>
            <Menu.Item className={styles.item} onClick={() => void archiveChat(chat.id, true)}>
              <Archive size={14} aria-hidden />
              {t('conversations.archive')}
            </Menu.Item>
            <ExportMenu chatId={chat.id} />
            <Menu.Item className={`${styles.item} ${styles.danger}`} onClick={() => void deleteChat(chat)}>
              <Trash2 size={14} aria-hidden />
              {t('conversations.delete')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
