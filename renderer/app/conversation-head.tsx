import { PanelLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { archiveChat } from '../actions/chats';
import { BranchesButton } from '../features/branches/branches-button';
import { costText } from '../i18n/money';
import { useApp } from '../stores/app-store';
import { useConversation } from '../stores/conversation-store';
import { isPanelUseful } from '../stores/panel-room';
import { toggleSideBar, useView } from '../stores/view-store';
import { Button, IconButton } from '../ui/button';
import { useKeysOf } from '../ui/use-keys-of';
import { SettingsSwitch } from './settings-switch';
import styles from './shell.module.css';

/** What the chat has cost so far; nothing where that is not known. */
const Cost = () => {
  const { t, i18n } = useTranslation();
  const cost = useConversation(({ chat }) => chat?.cost ?? null);
  if (cost === null) return null;
  const text = costText(i18n.language, cost.usd);
  return (
    <p className={styles.cost}>
      {cost.isWhole ? t('cost.chat', { cost: text }) : t('cost.chatAtLeast', { cost: text })}
    </p>
  );
};

/** Says that the chat is put away, and brings it back. */
const Archived = () => {
  const { t } = useTranslation();
  const chatId = useConversation(({ chat }) => (chat?.isArchived ? chat.id : null));
  if (chatId === null) return null;
  return (
    <Button look="quiet" onClick={() => void archiveChat(chatId, false)}>
      {t('conversations.unarchive')}
    </Button>
  );
};

/** Puts the side bar away and takes it out again: it stays where it is, so that it can be pressed twice. */
const SideBarButton = () => {
  const { t } = useTranslation();
  const hidden = useView(({ sideBarHidden }) => sideBarHidden);
  const keys = useKeysOf('sideBar');
  return (
    <IconButton
      label={hidden ? t('conversation.showSideBar') : t('conversation.hideSideBar')}
      keys={keys}
      aria-expanded={!hidden}
      onClick={toggleSideBar}
    >
      <PanelLeft size={16} aria-hidden />
    </IconButton>
  );
};

/** The switch for the side bar, the chat's title, what it cost, and the switch for the generation settings. */
export const ConversationHead = () => {
  const useful = useApp(isPanelUseful);
  const title = useConversation(({ chat }) => chat?.title ?? '');
  return (
    <header className={styles.head}>
      <SideBarButton />
      {/* A heading that says nothing would only be in the way of who goes from heading to heading. */}
      {title === '' ? (
        <span className={styles.chatTitle} />
      ) : (
        <h1 className={styles.chatTitle} dir="auto">
          {title}
        </h1>
      )}
      <BranchesButton />
      <Archived />
      <Cost />
      {useful && <SettingsSwitch />}
    </header>
  );
};
