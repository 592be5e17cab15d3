import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { archiveChat } from '../actions/chats';
import { BranchesButton } from '../features/branches/branches-button';
import { costText } from '../i18n/money';
import { useApp } from '../stores/app-store';
import { useConversation } from '../stores/conversation-store';
import { isPanelUseful, usePanelShown } from '../stores/panel-room';
import { showPanel } from '../stores/view-store';
import { Button, IconButton } from '../ui/button';
import { useKeysOf } from '../ui/use-keys-of';
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

/** The chat's title, what it cost, and the switch for the generation settings. */
export const ConversationHead = () => {
  const { t } = useTranslation();
  const panelOpen = usePanelShown();
  const useful = useApp(isPanelUseful);
  const keys = useKeysOf('generationSettings');
  const title = useConversation(({ chat }) => chat?.title ?? '');
  return (
    <header className={styles.head}>
      {/* A heading that says nothing would only be in the way of who goes from heading to heading. */}
      {title === '' ? (
        <span />
      ) : (
        <h1 className={styles.chatTitle} dir="auto">
          {title}
        </h1>
      )}
      <BranchesButton />
      <Archived />
      <Cost />
      {useful && (
        <IconButton
          label={panelOpen ? t('conversation.hideSettings') : t('conversation.showSettings')}
          keys={keys}
          aria-expanded={panelOpen}
          onClick={() => showPanel(!panelOpen)}
        >
          <SlidersHorizontal size={16} aria-hidden />
        </IconButton>
      )}
    </header>
  );
};
