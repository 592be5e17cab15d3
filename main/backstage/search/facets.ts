import { foldText } from '../../../preload/contract/fold-text';
import type { MessagePart } from '../../../preload/contract/parts';

/*
 * What is known of a message beside its text goes into the same index as terms that no text can hold: they begin with a
 * private-use character. So every operator is an indexed lookup.
 */
const MARK = '\ue000';
const JOIN = '\ue001';

/** Stands between variants, so that no phrase goes from one into the next. */
export const BORDER = MARK;
/** Every message has it: what is searched when only exclusions are given. */
export const EVERY_MESSAGE = `${MARK}a`;

/** What a message can have, as `has:` names it. */
export const features = ['code', 'image', 'file'] as const;
/** One of them. */
export type Feature = (typeof features)[number];

export const roleFacet = (role: string): string => `${MARK}r${role}`;
export const featureFacet = (feature: Feature): string => `${MARK}h${feature}`;
export const chatFacet = (chatSeq: number): string => `${MARK}c${chatSeq}`;
export const modelFacet = (model: string): string =>
  `${MARK}m${foldText(model).replace(/[^\p{L}\p{N}]/gu, JOIN)}`;

const FENCE = /^[ \t]*(?:```|~~~)/mu;

const featuresOf = (parts: readonly MessagePart[]): readonly Feature[] =>
  features.filter((feature) =>
    feature === 'code'
      ? parts.some((part) => part.type === 'text' && FENCE.test(part.text))
      : parts.some(({ type }) => type === feature),
  );

/** Periods are counted in UTC; who asks for local days asks for a day more at both ends. */
const utc = (time: number): string => new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
const dayFacet = (day: string): string => `${MARK}d${day}`;
const tenDaysFacet = (day: string): string => `${MARK}t${day.slice(0, 7)}`;
const monthFacet = (day: string): string => `${MARK}n${day.slice(0, 6)}`;
const yearFacet = (day: string): string => `${MARK}y${day.slice(0, 4)}`;
const decadeFacet = (day: string): string => `${MARK}e${day.slice(0, 3)}`;

/** What is known of a message beside its text. */
export interface FacetSource {
  readonly chatSeq: number;
  readonly role: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly models: readonly string[];
  readonly parts: readonly MessagePart[];
}

/** The terms that a message is indexed under beside its text. */
export const facetsOf = ({ chatSeq, role, createdAt, models, parts }: FacetSource): readonly string[] => {
  const day = utc(createdAt);
  return [
    EVERY_MESSAGE,
    chatFacet(chatSeq),
    roleFacet(role),
    ...new Set(models.map(modelFacet)),
    ...featuresOf(parts).map(featureFacet),
    dayFacet(day),
    tenDaysFacet(day),
    monthFacet(day),
    yearFacet(day),
    decadeFacet(day),
  ];
};

const DAY_MS = 86_400_000;

const startOf = (year: number, month = 0): number => Date.UTC(year, month, 1);

/** The longest period that begins at `at`, a UTC midnight, and ends by `to`. */
const periodFrom = (at: number, to: number): { readonly facet: string; readonly end: number } => {
  const day = utc(at);
  const date = new Date(at);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const nextTen = (Math.floor(dayOfMonth / 10) + 1) * 10;
  const candidates = [
    { starts: year % 10 === 0 && at === startOf(year), end: startOf(year + 10), facet: decadeFacet(day) },
    { starts: at === startOf(year), end: startOf(year + 1), facet: yearFacet(day) },
    { starts: at === startOf(year, month), end: startOf(year, month + 1), facet: monthFacet(day) },
    {
      starts: dayOfMonth === 1 || dayOfMonth % 10 === 0,
      end: Math.min(Date.UTC(year, month, nextTen), startOf(year, month + 1)),
      facet: tenDaysFacet(day),
    },
  ];
  const fitting = candidates.find(({ starts, end }) => starts && end <= to);
  return fitting ?? { end: at + DAY_MS, facet: dayFacet(day) };
};

/** The terms of all periods that the time from `from` to `to` (milliseconds) touches: some dozens at most. */
export const periodFacets = (from: number, to: number): readonly string[] => {
  const facets: string[] = [];
  const last = Math.ceil(to / DAY_MS) * DAY_MS;
  let at = Math.floor(from / DAY_MS) * DAY_MS;
  while (at < last) {
    const { facet, end } = periodFrom(at, last);
    facets.push(facet);
    at = end;
  }
  return facets;
};
