import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { selectBranch } from '../../actions/turns';
import { useConversation } from '../../stores/conversation-store';
import { IconButton } from '../../ui/button';
import { CompareBranches } from '../compare/compare-branches';
import styles from './message.module.css';

interface BranchControlsProps {
  readonly message: Message;
  readonly siblingIds: readonly string[];
}

/** Goes through what stands beside a message: edits of a question, other answers. */
export const BranchControls = ({ message, siblingIds }: BranchControlsProps) => {
  const { t } = useTranslation();
  // Where they all stand side by side, the group offers it.
  const sideBySide = useConversation(({ transcript }) =>
    transcript.entries.some(
      (entry) => entry.message.id === message.id && entry.answers.length === siblingIds.length,
    ),
  );
  const at = siblingIds.indexOf(message.id);
  const go = (id: string | undefined) => {
    if (id !== undefined) void selectBranch(message.chatId, id);
  };
  const previous = at > 0 ? siblingIds[at - 1] : undefined;
  const next = siblingIds[at + 1];
  return (
    <div className={styles.branches}>
      <IconButton
        label={t('transcript.previousBranch')}
        disabled={previous === undefined}
        onClick={() => go(previous)}
      >
        <ChevronLeft size={15} aria-hidden />
      </IconButton>
      <span>{`${at + 1} / ${siblingIds.length}`}</span>
      <IconButton label={t('transcript.nextBranch')} disabled={next === undefined} onClick={() => go(next)}>
        <ChevronRight size={15} aria-hidden />
      </IconButton>
      {!sideBySide && <CompareBranches message={message} siblingIds={siblingIds} />}
    </div>
  );
};
