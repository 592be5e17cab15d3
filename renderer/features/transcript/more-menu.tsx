import { ArrowDown, ArrowUp, Columns3, Hash, Pin, PinOff, Repeat1 } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { countTokens, pinMessage } from '../../actions/budget';
import { moveMessage } from '../../actions/path';
import { repeatExactly } from '../../actions/turns';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { PopupItem, PopupMenu } from '../../ui/menu';
import { BranchItems } from '../branches/branch-items';

interface MoreMenuProps {
  readonly message: Message;
  /** False for an answer beside the one that the conversation goes on from. */
  readonly onPath: boolean;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onCompare: () => void;
  readonly onClose: () => void;
}

/** A call and its results stay together: none of them is pinned alone. */
const canBePinned = ({ role, parts }: Message): boolean =>
  role !== 'tool' && !parts.some(({ type }) => type === 'toolCall');

const PinItem = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const pinned = message.pinned === true;
  const Icon = pinned ? PinOff : Pin;
  return (
    <PopupItem icon={<Icon size={14} aria-hidden />} onClick={() => void pinMessage(message, !pinned)}>
      {pinned ? t('budget.unpin') : t('budget.pin')}
    </PopupItem>
  );
};

const MoveItems = ({ message, busy }: { readonly message: Message; readonly busy: boolean }) => {
  const { t } = useTranslation();
  const isLast = useConversation(({ chat }) => chat?.leafId === message.id);
  return (
    <>
      <PopupItem
        icon={<ArrowUp size={14} aria-hidden />}
        disabled={busy || message.parentId === null}
        onClick={() => void moveMessage(message, -1)}
      >
        {t('transcript.moveUp')}
      </PopupItem>
      <PopupItem
        icon={<ArrowDown size={14} aria-hidden />}
        disabled={busy || isLast}
        onClick={() => void moveMessage(message, 1)}
      >
        {t('transcript.moveDown')}
      </PopupItem>
    </>
  );
};

/** What is done with a message now and then. */
export const MoreMenu = ({ message, onPath, anchor, onCompare, onClose }: MoreMenuProps) => {
  const { t } = useTranslation();
  const busy = useChatList((list) => list.busy.has(message.chatId));
  return (
    <PopupMenu label={t('transcript.more')} anchor={anchor} side="top" onClose={onClose}>
      {message.role === 'assistant' && (
        <PopupItem icon={<Columns3 size={14} aria-hidden />} disabled={busy} onClick={onCompare}>
          {t('compare.again')}
        </PopupItem>
      )}
      {message.answer?.sent && (
        <PopupItem
          icon={<Repeat1 size={14} aria-hidden />}
          disabled={busy}
          onClick={() => void repeatExactly(message)}
        >
          {t('request.again')}
        </PopupItem>
      )}
      {onPath && canBePinned(message) && <PinItem message={message} />}
      <PopupItem icon={<Hash size={14} aria-hidden />} onClick={() => void countTokens(message)}>
        {t('budget.countTokens')}
      </PopupItem>
      <BranchItems message={message} busy={busy} />
      {onPath && <MoveItems message={message} busy={busy} />}
    </PopupMenu>
  );
};
