import { Copy, CopyPlus, Scissors } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { copyBranch, moveBranch } from '../../actions/branches';
import { useConversation } from '../../stores/conversation-store';
import { PopupItem } from '../../ui/menu';

interface BranchItemsProps {
  readonly message: Message;
  readonly busy: boolean;
}

/** Takes a path or a branch into a chat of its own. */
export const BranchItems = ({ message, busy }: BranchItemsProps) => {
  const { t } = useTranslation();
  const isLast = useConversation(({ chat }) => chat?.leafId === message.id);
  // The whole chat is not moved out of itself.
  const isAll = useConversation(
    ({ transcript }) =>
      message.parentId === null &&
      (transcript.entries.find((entry) => entry.message.id === message.id)?.siblingIds.length ?? 1) < 2,
  );
  return (
    <>
      <PopupItem icon={<Copy size={14} aria-hidden />} onClick={() => void copyBranch(t, message, false)}>
        {t('branches.copyPath')}
      </PopupItem>
      {!isLast && (
        <PopupItem
          icon={<CopyPlus size={14} aria-hidden />}
          disabled={busy}
          onClick={() => void copyBranch(t, message, true)}
        >
          {t('branches.copyWhole')}
        </PopupItem>
      )}
      {!isAll && (
        <PopupItem
          icon={<Scissors size={14} aria-hidden />}
          disabled={busy}
          onClick={() => void moveBranch(t, message)}
        >
          {t('branches.move')}
        </PopupItem>
      )}
    </>
  );
};
