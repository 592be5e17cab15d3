import { worstCostOf } from '../../../preload/contract/price';
import { Failure } from '../../../preload/contract/result';
import type { Reader } from '../database/database';
import { integer, integerOrNull } from '../database/row';
import { monthOf } from '../history/spending';
import type { TurnVariant } from '../protocol';

const countIn = (value: unknown): number => (typeof value === 'number' ? value : 1);

/** Replies that a request makes the server write; it may send fewer of them. */
const replyCount = ({ body }: TurnVariant['request']): number =>
  Math.max(countIn(body.n), countIn(body.best_of));

/**
 * What a request can cost at most, in US dollars: its prompt at full price and replies as long as they may get. Null where
 * its price, or the bound of its reply, is not known.
 */
export const worstCost = (
  { price, rule, request }: Pick<TurnVariant, 'price' | 'rule' | 'request'>,
  promptTokens: number,
): number | null => {
  if (price === null || rule.replyBound === null) return null;
  return worstCostOf(price, {
    promptTokens,
    completionTokens: rule.replyBound * replyCount(request),
  });
};

/** What all requests whose answers still stream can cost at most. */
const pendingCost = (reader: Reader): number => {
  const row = reader.first(
    `SELECT total(usd) AS usd FROM (
      SELECT max(answer ->> '$.worstUsd') AS usd FROM messages WHERE status = 'streaming' GROUP BY turn_id)`,
  );
  return integer(row ?? {}, 'usd');
};

const spentIn = (reader: Reader, month: string): number => {
  const row = reader.first('SELECT (SELECT usd FROM spending WHERE month = ?) AS usd', [month]);
  return integerOrNull(row ?? { usd: null }, 'usd') ?? 0;
};

/**
 * Refuses requests that could take the month of `now` (milliseconds) past a limit, all of them together. Those of unknown
 * cost are let through. To be called where they are written down, so that two turns cannot both take the last cent.
 * @param limitUsd null: there is none. @param worst what each can cost at most; null: not known.
 * @throws Failure `chat.spendingLimit` with the numbers.
 */
export const refuseOverspending = (
  reader: Reader,
  limitUsd: number | null,
  worst: readonly (number | null)[],
  now: number,
): void => {
  const requestUsd = worst.reduce<number>((sum, usd) => sum + (usd ?? 0), 0);
  if (limitUsd === null || requestUsd === 0) return;
  const spentUsd = spentIn(reader, monthOf(now));
  const pendingUsd = pendingCost(reader);
  if (spentUsd + pendingUsd + requestUsd <= limitUsd) return;
  throw new Failure('chat.spendingLimit', 'The request could pass the monthly limit', {
    limitUsd,
    spentUsd,
    pendingUsd,
    requestUsd,
  });
};
