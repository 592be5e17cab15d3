import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { askForReply } from '../../actions/tool-results';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import styles from './tools.module.css';

/** Below a result that the conversation ends with: asking for the reply failed, or its answer was taken out. */
export const AskForReply = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const busy = useChatList((list) => list.busy.has(message.chatId));
  const isLast = useConversation(({ chat }) => chat?.leafId === message.id);
  if (message.role !== 'tool' || !isLast || busy) return null;
  return (
    <Button className={styles.ask} onClick={() => void askForReply(message)}>
      {t('tools.askForReply')}
    </Button>
  );
};
