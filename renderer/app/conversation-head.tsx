import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConversation } from '../stores/conversation-store';
import { showPanel, useView } from '../stores/view-store';
import { IconButton } from '../ui/button';
import styles from './shell.module.css';

/** The chat's title, and the switch for the generation settings. */
export const ConversationHead = () => {
  const { t } = useTranslation();
  const panelOpen = useView((state) => state.panelOpen);
  const title = useConversation(({ chat }) => chat?.title ?? '');
  return (
    <header className={styles.head}>
      <h2 className={styles.chatTitle}>{title}</h2>
      <IconButton
        label={panelOpen ? t('conversation.hideSettings') : t('conversation.showSettings')}
        aria-expanded={panelOpen}
        onClick={() => showPanel(!panelOpen)}
      >
        <SlidersHorizontal size={16} aria-hidden />
      </IconButton>
    </header>
  );
};
