import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { costOf } from '../../../preload/contract/price';
import { costText } from '../../i18n/money';
import { JsonStatus } from './json-status';
import styles from './message.module.css';

const finishText = (t: TFunction, message: Message): string | null => {
  const reason = message.answer?.finishReason ?? null;
  if (message.status === 'stopped' || message.status === 'interrupted')
    return t(`transcript.status.${message.status}`);
  if (reason === null || reason === 'stop') return null;
  if (reason === 'length') return t('transcript.finish.length');
  if (reason === 'content_filter') return t('transcript.finish.contentFilter');
  if (reason === 'tool_calls') return t('transcript.finish.toolCalls');
  if (reason === 'function_call') return t('transcript.finish.functionCall');
  return t('transcript.finish.other', { reason });
};

const tokensText = (t: TFunction, language: string, message: Message): string | null => {
  const usage = message.answer?.usage ?? null;
  if (usage === null) return null;
  const count = new Intl.NumberFormat(language);
  return t('transcript.tokens', {
    prompt: count.format(usage.promptTokens),
    completion: count.format(usage.completionTokens),
  });
};

const secondsText = (t: TFunction, message: Message): string | null => {
  const timings = message.answer?.timings ?? null;
  return timings === null ? null : t('transcript.seconds', { seconds: (timings.totalMs / 1000).toFixed(1) });
};

/** What the reply cost at the price of when it was asked. Answers of one request were paid together. */
const paidText = (t: TFunction, language: string, { answer }: Message): string | null => {
  if (answer === null || answer.usage === null || !answer.price) return null;
  const cost = costText(language, costOf(answer.price, answer.usage));
  // A reply is gone on from once, whatever the settings say.
  const isShared = answer.continuesId === null && (answer.params.n ?? 1) > 1;
  return isShared ? t('cost.answers', { cost }) : cost;
};

/** What is known of a reply beside its text: how it ended, who answered, tokens, time. */
export const MessageFacts = ({ message }: { readonly message: Message }) => {
  const { t, i18n } = useTranslation();
  if (message.answer === null) return null;
  const ended = finishText(t, message);
  const facts = [
    message.answer.answeredModel ?? message.answer.model,
    tokensText(t, i18n.language, message),
    paidText(t, i18n.language, message),
    secondsText(t, message),
  ];
  return (
    <p className={styles.facts}>
      {ended !== null && <span className={styles.ended}>{ended}</span>}
      <JsonStatus message={message} />
      <span>{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</span>
    </p>
  );
};
