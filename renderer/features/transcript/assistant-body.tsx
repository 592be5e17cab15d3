import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { errorText } from '../../i18n/error-text';
import { useConversation } from '../../stores/conversation-store';
import { useTokenViews } from '../../stores/token-views';
import { ErrorBoundary } from '../../ui/error-boundary';
import styles from './message.module.css';
import { useLiveCalls, useLiveReasoning, useLiveStreamedText } from './use-live-answer';
import { usePacedText } from './use-paced-text';

const MarkdownText = lazy(async () => ({
  default: (await import('../markdown/markdown-text')).MarkdownText,
}));

const TokenView = lazy(async () => ({ default: (await import('../logprobs/token-view')).TokenView }));

const Waiting = ({ messageId }: { readonly messageId: string }) => {
  const { t } = useTranslation();
  const retry = useConversation(({ retries }) => retries[messageId]);
  const text =
    retry === undefined
      ? t('transcript.waiting')
      : t('transcript.retrying', {
          reason: errorText(t, retry.error).what,
          attempt: retry.attempt,
          max: retry.maxAttempts,
        });
  return (
    <p role="status" className={styles.waiting}>
      {text}
    </p>
  );
};

/** Whether there is anything of a reply beside its text. */
const useHasOther = (message: Message): boolean => {
  const reasoning = useLiveReasoning(message);
  const calls = useLiveCalls(message);
  return reasoning !== '' || calls.length > 0;
};

interface AssistantBodyProps {
  readonly message: Message;
}

/** A reply's text, or that it is waited for. */
export const AssistantBody = ({ message }: AssistantBodyProps) => {
  const text = useLiveStreamedText(message);
  const paced = usePacedText(text);
  const plain = <p className={styles.plain}>{paced.whole}</p>;
  const hasOther = useHasOther(message);
  const asTokens = useTokenViews(({ shown }) => shown.has(message.id));
  const waits = message.status === 'streaming' && text.whole === '' && !hasOther;
  if (text.whole === '' && hasOther) return null;
  return (
    <div className={styles.body}>
      {waits ? (
        <Waiting messageId={message.id} />
      ) : (
        <ErrorBoundary fallback={plain}>
          <Suspense fallback={plain}>
            {asTokens ? (
              <TokenView message={message} />
            ) : (
              <MarkdownText text={paced} grows={message.status === 'streaming' || paced !== text} />
            )}
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
};
