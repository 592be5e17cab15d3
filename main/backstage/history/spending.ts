import type { AnswerFacts } from '../../../preload/contract/history';
import { costOf } from '../../../preload/contract/price';
import type { MonthSpending } from '../../../preload/contract/spending';
import type { Reader, Writer } from '../database/database';
import { integer, text } from '../database/row';

const DEMO_ENDPOINT = 'demo';
/** Months that are told of. */
const MONTHS_TOLD = 60;

/** `YYYY-MM` of a time in milliseconds, where the computer is. */
export const monthOf = (time: number): string => {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
};

/** How a request ended, as far as its cost goes. */
export interface RequestEnd {
  readonly usage: AnswerFacts['usage'];
  /** False where the server had written nothing: then nothing is known to have been paid. */
  readonly begun: boolean;
  /** UTF-16 code units that came. */
  readonly length: number;
}

/** Whom was asked, at which price, with how many tokens. */
type Asked = Pick<AnswerFacts, 'endpointId' | 'price' | 'estimate'>;

/** Of English: what a cut reply cost is estimated by it. */
const UNITS_PER_TOKEN = 4;

/** What a request that ended without its usage has cost about; 0 where the price is not known. */
const estimatedCost = ({ price, estimate }: Asked, { length }: RequestEnd): number =>
  price
    ? costOf(price, {
        promptTokens: estimate?.promptTokens ?? 0,
        completionTokens: Math.ceil(length / UNITS_PER_TOKEN),
      })
    : 0;

/** The demo is free, though its model has no price. */
const isFree = ({ endpointId, price }: Asked): boolean => endpointId === DEMO_ENDPOINT && !price;

/** Adds what a request has cost to its month: that of `askedAt`, in milliseconds. */
export const addSpending = (writer: Writer, askedAt: number, answer: Asked, end: RequestEnd): void => {
  const isKnown = end.usage !== null && Boolean(answer.price);
  if (!(isKnown || end.begun) || isFree(answer)) return;
  const usd =
    end.usage !== null && answer.price ? costOf(answer.price, end.usage) : estimatedCost(answer, end);
  writer.run(
    `INSERT INTO spending (month, usd, unpriced) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET usd = usd + excluded.usd, unpriced = unpriced + excluded.unpriced`,
    [monthOf(askedAt), usd, isKnown ? 0 : 1],
  );
};

/** What the latest months have cost, latest first; that of `now` (milliseconds) is always among them. */
export const readSpending = (reader: Reader, now: number): readonly MonthSpending[] => {
  const months = reader
    .all('SELECT month, usd, unpriced FROM spending ORDER BY month DESC LIMIT ?', [MONTHS_TOLD])
    .map((row) => ({
      month: text(row, 'month'),
      usd: integer(row, 'usd'),
      unpriced: integer(row, 'unpriced'),
    }));
  const month = monthOf(now);
  const isThere = months.some((known) => known.month === month);
  return isThere ? months : [{ month, usd: 0, unpriced: 0 }, ...months];
};
