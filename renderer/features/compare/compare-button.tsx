import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../../stores/app-store';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { IconButton } from '../../ui/button';
import { useComparison } from './use-comparison';

/** Sends what is in the message box to several models, or with several values of a setting. */
export const CompareButton = () => {
  const { t } = useTranslation();
  const { open, dialog } = useComparison(null);
  const chatId = useConversation((state) => state.chatId);
  const busy = useChatList((list) => chatId !== null && list.busy.has(chatId));
  const noEndpoint = useApp(({ endpointId }) => endpointId === null);
  return (
    <>
      <IconButton
        label={t('compare.open')}
        aria-haspopup="dialog"
        disabled={busy || noEndpoint}
        onClick={open}
      >
        <Columns3 size={17} aria-hidden />
      </IconButton>
      {dialog}
    </>
  );
};
