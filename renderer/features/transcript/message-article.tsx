import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { Message } from '../../../preload/contract/history';
import { showEditor, useComposer } from '../../stores/composer-store';
import { focusMessageBox } from '../../stores/view-store';
import { ContextMark } from '../budget/context-mark';
import { CountedTokens } from '../budget/token-count';
import { FingerprintNote } from '../request/fingerprint-note';
import { RefusedNote } from '../request/refused-note';
import { MessageSchema } from '../schema-check/message-schema';
import { AskForReply } from '../tools/ask-for-reply';
import { MessageCalls } from '../tools/message-calls';
import { Reasoning } from '../tools/reasoning';
import { ToolResult } from '../tools/tool-result';
import { AssistantBody } from './assistant-body';
import { BranchControls } from './branch-controls';
import { EditMessage } from './edit-message';
import styles from './message.module.css';
import { MessageActions } from './message-actions';
import { MessageError } from './message-error';
import { MessageFacts } from './message-facts';
import { PlainText } from './plain-text';
import { Speaker } from './speaker';
import { useLiveText } from './use-live-answer';

const MessageAttachments = lazy(async () => ({
  default: (await import('../attachments/message-attachments')).MessageAttachments,
}));

/** Where a message stands in its chat. */
export interface Place {
  /** Its place on the path, from 1. */
  readonly position: number;
  /** Messages of the path. */
  readonly count: number;
}

interface MessageArticleProps extends Place {
  readonly message: Message;
  /** Branches to go through, this message included; empty where another article offers them. */
  readonly siblingIds: readonly string[];
}

const MessageBody = ({ message, text }: { readonly message: Message; readonly text: string }) => {
  if (message.role === 'assistant') return <AssistantBody message={message} />;
  if (message.role === 'tool') return <ToolResult message={message} text={text} />;
  return text !== '' && <PlainText messageId={message.id} text={text} />;
};

const Attached = ({ message }: { readonly message: Message }) =>
  attachmentsOf(message.parts).length > 0 && (
    <Suspense>
      <MessageAttachments message={message} />
    </Suspense>
  );

/** Whether a message is being edited, and what of that takes the focus. */
const useEditing = (messageId: string) => {
  const editing = useComposer(({ openEditors }) => openEditors.has(messageId));
  const [focus, setFocus] = useState<'editor' | 'editButton' | null>(null);
  const show = (open: boolean) => {
    setFocus(open ? 'editor' : 'editButton');
    showEditor(messageId, open);
  };
  const leave = () => {
    setFocus(null);
    showEditor(messageId, false);
    focusMessageBox();
  };
  return { editing, focus, show, leave };
};

interface FooterProps extends Pick<MessageArticleProps, 'message' | 'siblingIds'> {
  readonly text: string;
  readonly editTakesFocus: boolean;
  readonly onEdit: () => void;
}

const Footer = ({ message, siblingIds, ...rest }: FooterProps) => (
  <footer className={styles.footer}>
    <MessageActions message={message} onPath={siblingIds.length > 0} {...rest} />
    <CountedTokens message={message} />
    <MessageFacts message={message} />
  </footer>
);

/** What is known of an answer beside what it says. */
const AnswerNotes = ({ answer }: { readonly answer: NonNullable<Message['answer']> }) => (
  <>
    {answer.sent && <RefusedNote sent={answer.sent} />}
    <FingerprintNote answer={answer} />
  </>
);

/** One message with what can be done with it. */
export const MessageArticle = ({ message, siblingIds, position, count }: MessageArticleProps) => {
  const { t } = useTranslation();
  const { editing, focus, show, leave } = useEditing(message.id);
  const text = useLiveText(message);
  const streaming = message.status === 'streaming';
  const error = message.answer?.error ?? null;
  return (
    <article
      className={`${styles.article} ${styles[message.role] ?? ''}`}
      aria-label={t(`transcript.${message.role}`)}
      // A reply is announced by sentence, elsewhere: not token by token, and not once more with its buttons.
      aria-live={message.role === 'assistant' ? 'off' : undefined}
      aria-busy={streaming}
      // One reads on by keys from any of them; Tab stops at the transcript once.
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={count}
      data-status={message.status}
      data-message-id={message.id}
    >
      <ContextMark message={message} />
      {!editing && <Speaker message={message} />}
      {message.role === 'assistant' && <Reasoning message={message} />}
      {!editing && <Attached message={message} />}
      {editing ? (
        <EditMessage
          message={message}
          text={text}
          takesFocus={focus === 'editor'}
          onClose={() => show(false)}
          onTaken={leave}
        />
      ) : (
        <MessageBody message={message} text={text} />
      )}
      <MessageCalls message={message} onPath={siblingIds.length > 0} />
      {message.answer !== null && !editing && <MessageSchema message={message} text={text} />}
      {error !== null && <MessageError message={message} error={error} />}
      {!(streaming || editing) && (
        <Footer
          message={message}
          siblingIds={siblingIds}
          text={text}
          editTakesFocus={focus === 'editButton'}
          onEdit={() => show(true)}
        />
      )}
      {message.answer !== null && <AnswerNotes answer={message.answer} />}
      {siblingIds.length > 0 && !editing && <AskForReply message={message} />}
      {siblingIds.length > 1 && <BranchControls message={message} siblingIds={siblingIds} />}
    </article>
  );
};
