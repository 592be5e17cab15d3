import { ListPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addWithoutSending } from '../../actions/turns';
import { useChatList } from '../../stores/chat-list-store';
import { useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { IconButton } from '../../ui/button';
import { useNothingWritten } from './use-nothing-written';

/** Adds the message as context only: nobody is asked. */
export const AddButton = () => {
  const { t } = useTranslation();
  const chatId = useConversation((state) => state.chatId);
  const key = chatKey(chatId);
  const busy = useChatList((list) => chatId !== null && list.busy.has(chatId));
  const empty = useNothingWritten(key);
  const asking = useComposer((state) => state.asking.has(key));
  return (
    <IconButton
      label={t('composer.addWithoutSending')}
      disabled={busy || empty || asking}
      onClick={() => void addWithoutSending()}
    >
      <ListPlus size={17} aria-hidden />
    </IconButton>
  );
};
