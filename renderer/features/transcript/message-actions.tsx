import { Check, Copy, GitBranch, Pencil, RefreshCw, StepForward, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { branchFrom } from '../../actions/branches';
import { deleteMessage } from '../../actions/path';
import { continueReply, regenerate } from '../../actions/turns';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { tellError } from '../../stores/notices-store';
import { focusMessageBox } from '../../stores/view-store';
import { IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import { useKeysOf } from '../../ui/use-keys-of';
import { LogprobsButton } from '../logprobs/logprobs-button';
import { RequestTools } from '../request/request-tools';
import { canContinue } from './can-continue';
import { copiedText } from './copied-text';
import styles from './message.module.css';
import { MoreButton } from './more-button';
import { useIsEdited } from './use-is-edited';

interface MessageActionsProps {
  readonly message: Message;
  readonly text: string;
  /** False for an answer beside the one that the conversation goes on from. */
  readonly onPath: boolean;
  /** True after the editor was closed. */
  readonly editTakesFocus: boolean;
  readonly onEdit: () => void;
}

const RegenerateButton = ({
  message,
  disabled,
}: Pick<MessageActionsProps, 'message'> & { readonly disabled: boolean }) => {
  const { t } = useTranslation();
  const isLast = useConversation(({ chat }) => chat?.leafId === message.id);
  const keys = useKeysOf('regenerate');
  return (
    <IconButton
      label={t('transcript.regenerate')}
      keys={isLast ? keys : undefined}
      disabled={disabled}
      onClick={() => void regenerate(message)}
    >
      <RefreshCw size={15} aria-hidden />
    </IconButton>
  );
};

const CopyButton = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  return (
    <IconButton
      data-key="c"
      keys="C"
      label={copied ? t('transcript.copied') : t('transcript.copy')}
      onClick={() => copy(text).catch(tellError)}
    >
      {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
    </IconButton>
  );
};

const EditButton = ({
  message,
  disabled,
  editTakesFocus,
  onEdit,
}: Pick<MessageActionsProps, 'message' | 'editTakesFocus' | 'onEdit'> & { readonly disabled: boolean }) => {
  const { t } = useTranslation();
  const isEdited = useIsEdited(message);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Only what was lost with the editor: the person may have gone elsewhere since.
    if (editTakesFocus && document.activeElement === document.body) button.current?.focus();
  }, [editTakesFocus]);
  return (
    <IconButton
      data-key="e"
      keys="E"
      ref={button}
      label={t('transcript.edit')}
      aria-description={isEdited ? t('transcript.editUnsent') : undefined}
      className={isEdited ? styles.edited : undefined}
      disabled={disabled}
      onClick={onEdit}
    >
      <Pencil size={15} aria-hidden />
    </IconButton>
  );
};

/** What can be done with a message. */
export const MessageActions = ({ message, text, onPath, editTakesFocus, onEdit }: MessageActionsProps) => {
  const { t } = useTranslation();
  const busy = useChatList((list) => list.busy.has(message.chatId));
  const sent = message.answer?.sent ?? null;
  const toCopy = copiedText(message, text);
  return (
    <div className={styles.actions}>
      {canContinue(message) && (
        <IconButton
          label={t('transcript.continue')}
          disabled={busy}
          onClick={() => void continueReply(message)}
        >
          <StepForward size={15} aria-hidden />
        </IconButton>
      )}
      {toCopy !== '' && <CopyButton text={toCopy} />}
      {onPath && (
        <EditButton message={message} disabled={busy} editTakesFocus={editTakesFocus} onEdit={onEdit} />
      )}
      {message.role === 'assistant' && <RegenerateButton message={message} disabled={busy} />}
      <IconButton label={t('branches.from')} disabled={busy} onClick={() => void branchFrom(message)}>
        <GitBranch size={15} aria-hidden />
      </IconButton>
      {onPath && (
        <IconButton
          label={t('transcript.delete')}
          disabled={busy}
          onClick={() => void deleteMessage(message).then(focusMessageBox)}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
      <LogprobsButton message={message} />
      {sent !== null && <RequestTools message={message} sent={sent} />}
      <MoreButton message={message} onPath={onPath} />
    </div>
  );
};
