import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { deleteMessage, moveMessage } from '../../actions/path';
import { useConversation } from '../../stores/conversation-store';
import { focusMessageBox } from '../../stores/view-store';
import { IconButton } from '../../ui/button';

interface PathActionsProps {
  readonly message: Message;
  readonly busy: boolean;
}

/** Changes a message's place in the conversation, or takes it out. */
export const PathActions = ({ message, busy }: PathActionsProps) => {
  const { t } = useTranslation();
  const isLast = useConversation(({ chat }) => chat?.leafId === message.id);
  return (
    <>
      <IconButton
        label={t('transcript.moveUp')}
        disabled={busy || message.parentId === null}
        onClick={() => void moveMessage(message, -1)}
      >
        <ArrowUp size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t('transcript.moveDown')}
        disabled={busy || isLast}
        onClick={() => void moveMessage(message, 1)}
      >
        <ArrowDown size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t('transcript.delete')}
        disabled={busy}
        onClick={() => void deleteMessage(message).then(focusMessageBox)}
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </>
  );
};
