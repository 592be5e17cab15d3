import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import { costOf, worstCostOf } from '../../../preload/contract/price';
import { loadSpending } from '../../actions/budget';
import { costText } from '../../i18n/money';
import { useApp } from '../../stores/app-store';
import { useConversation } from '../../stores/conversation-store';
import { unsupportedBy, useAskedModelId, useAskedPrice, useModels } from '../../stores/models-store';
import { useSpending } from '../../stores/spending-store';
import styles from './budget.module.css';

type Line = readonly [label: string, value: string, isSum?: boolean];

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => (
  <dl className={styles.rows}>
    {lines.map(([label, value, isSum = false]) => (
      <div key={label} style={{ display: 'contents' }}>
        <dt className={isSum ? styles.sum : undefined}>{label}</dt>
        <dd className={isSum ? styles.sum : undefined}>{value}</dd>
      </div>
    ))}
  </dl>
);

/** Parts that a prompt need not have; those without tokens are not shown. */
const optionalParts = ['systemPrompt', 'tools', 'schema', 'messages', 'typed', 'images'] as const;

const Parts = ({ estimate }: { readonly estimate: ContextEstimate }) => {
  const { t, i18n } = useTranslation();
  const { format } = new Intl.NumberFormat(i18n.language);
  const { parts, promptTokens, reservedTokens, contextWindow, exact } = estimate;
  const lines: readonly Line[] = optionalParts
    .filter((part) => (parts[part] ?? 0) > 0)
    .map((part) => [t(`contextDetails.${part}`), format(parts[part] ?? 0)]);
  const priming: readonly Line[] =
    promptTokens > 0 ? [[t('contextDetails.priming'), format(parts.priming)]] : [];
  const whole = exact ? format(promptTokens) : t('contextDetails.about', { count: format(promptTokens) });
  const room: readonly Line[] =
    contextWindow === null
      ? []
      : [[t('contextDetails.free'), format(Math.max(0, contextWindow - reservedTokens - promptTokens))]];
  return (
    <>
      <Lines lines={[...lines, ...priming, [t('contextDetails.prompt'), whole, true]]} />
      <Lines
        lines={[
          [t('contextDetails.reserved'), format(reservedTokens)],
          ...room,
          [
            t('contextDetails.window'),
            contextWindow === null ? t('contextDetails.unknown') : format(contextWindow),
            true,
          ],
        ]}
      />
    </>
  );
};

/** Replies that the server writes for a request; it may send fewer of them. */
const useReplyCount = (): number => {
  const model = useAskedModelId();
  const unsupported = useModels((list) => unsupportedBy(list, model));
  const { n = 1, bestOf = 1 } = useConversation(({ options }) => options.params);
  return Math.max(unsupported.includes('n') ? 1 : n, unsupported.includes('bestOf') ? 1 : bestOf);
};

const Costs = ({ estimate }: { readonly estimate: ContextEstimate }) => {
  const { t, i18n } = useTranslation();
  const price = useAskedPrice();
  const replies = useReplyCount();
  const chat = useConversation((state) => state.chat?.cost ?? null);
  const limit = useApp(({ settings }) => settings.monthlyLimitUsd);
  const month = useSpending(({ months }) => months[0]);
  const dollars = (usd: number) => costText(i18n.language, usd);
  const { promptTokens, replyBound } = estimate;
  const promptCost = price && costOf(price, { promptTokens, completionTokens: 0 });
  const worstCost =
    price && replyBound && worstCostOf(price, { promptTokens, completionTokens: replyBound * replies });
  const cost = (usd: number | null): string => (usd === null ? t('contextDetails.unknown') : dollars(usd));
  const lines: readonly (Line | null)[] = [
    [t('contextDetails.promptCost'), cost(promptCost)],
    price === null ? null : [t('contextDetails.worstCost'), cost(worstCost)],
    chat === null ? null : [t('contextDetails.chatCost'), dollars(chat.usd)],
    month === undefined ? null : [t('contextDetails.month'), dollars(month.usd)],
    limit === null ? null : [t('contextDetails.limit'), dollars(limit)],
  ];
  return (
    <>
      <Lines lines={lines.filter((line) => line !== null)} />
      {limit !== null && worstCost === null && (
        <p className={styles.hint}>{t(`contextDetails.${price === null ? 'noPrice' : 'noBound'}`)}</p>
      )}
    </>
  );
};

/** What the next request holds and costs, part by part. */
export const ContextTable = () => {
  const { t } = useTranslation();
  const estimate = useConversation((state) => state.estimate);
  useEffect(() => void loadSpending(), []);
  if (estimate === null) return <p>{t('contextDetails.notCounted')}</p>;
  return (
    <>
      <Parts estimate={estimate} />
      <Costs estimate={estimate} />
    </>
  );
};
