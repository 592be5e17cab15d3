import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { ToolCallPart } from '../../../preload/contract/parts';
import { flushResult, keepResult, sendResults } from '../../actions/tool-results';
import { useChatList } from '../../stores/chat-list-store';
import { useConversation } from '../../stores/conversation-store';
import { resultOf, useResults } from '../../stores/results-store';
import { Button } from '../../ui/button';
import { isComposing } from '../../ui/composing';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import styles from './tools.module.css';

interface ResultBoxProps {
  readonly message: Message;
  readonly call: ToolCallPart;
}

const ResultBox = ({ message, call }: ResultBoxProps) => {
  const { t } = useTranslation();
  const { chatId, id: messageId } = message;
  const text = useResults((state) => resultOf(state, messageId, call.id));
  const name = call.name === '' ? t('tools.unnamed') : call.name;
  return (
    <Field label={t('tools.resultOf', { name })}>
      {(ids) => (
        <textarea
          {...ids}
          rows={2}
          className={`${fieldStyles.input} ${styles.result}`}
          spellCheck={false}
          value={text}
          onChange={(event) => keepResult(chatId, { messageId, callId: call.id, text: event.target.value })}
          onBlur={flushResult}
          onKeyDown={(event) => {
            const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
            if (sends && !isComposing(event.nativeEvent)) event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
    </Field>
  );
};

interface CallResultsProps {
  readonly message: Message;
  readonly calls: readonly ToolCallPart[];
}

/** Where the person types what the calls of a reply gave. All of them are sent at once: the API takes no fewer. */
export const CallResults = ({ message, calls }: CallResultsProps) => {
  const { t } = useTranslation();
  const hintId = useId();
  const busy = useChatList((list) => list.busy.has(message.chatId));
  const isLast = useConversation(({ chat }) => chat?.leafId === message.id);
  const isWhole = useResults((state) => calls.every(({ id }) => resultOf(state, message.id, id) !== ''));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole || busy) return;
    void sendResults(
      message,
      calls.map(({ id }) => id),
    );
  };
  const hint = calls.length > 1 ? t('tools.resultsHintMany') : t('tools.resultsHint');
  return (
    <form className={styles.results} onSubmit={onSubmit}>
      {calls.map((call) => (
        <ResultBox key={call.id} message={message} call={call} />
      ))}
      <div className={styles.resultsFoot}>
        <p id={hintId} className={styles.quiet}>
          {isLast ? hint : `${t('tools.open')} ${t('tools.leavesBelow')}`}
        </p>
        <Button type="submit" look="primary" disabled={!isWhole || busy} aria-describedby={hintId}>
          {t('tools.sendResults')}
        </Button>
      </div>
    </form>
  );
};
