import { foldText } from '../../../preload/contract/fold-text';
import type { MessagePart } from '../../../preload/contract/parts';

/*
 * What is known of a message beside its text goes into the same index as terms that no text can hold: private-use
 * characters, one for the kind and one or two for a number. So every operator is an indexed lookup; and terms this short
 * take no room in the indexes of beginnings.
 */
const kinds = [
  'border',
  'every',
  'role',
  'feature',
  'chat',
  'model',
  'day',
  'tenDays',
  'month',
  'year',
  'decade',
] as const;
const FIRST_KIND = 0xe000;
const FIRST_DIGIT = 0xe100;
const BASE = 6000;

const facet = (kind: (typeof kinds)[number], value: number): string => {
  let digits = '';
  let rest = value;
  do {
    digits = String.fromCharCode(FIRST_DIGIT + (rest % BASE)) + digits;
    rest = Math.floor(rest / BASE);
  } while (rest > 0);
  return String.fromCharCode(FIRST_KIND + kinds.indexOf(kind)) + digits;
};

/** Stands between variants, so that no phrase goes from one into the next. */
export const BORDER = facet('border', 0);
/** Every message has it: what is searched when only exclusions are given. */
export const EVERY_MESSAGE = facet('every', 0);

/** What a message can have, as `has:` names it. */
export const features = ['code', 'image', 'file', 'reasoning'] as const;
/** One of them. */
export type Feature = (typeof features)[number];

const roles: readonly string[] = ['user', 'assistant', 'system', 'developer', 'tool'];

export const roleFacet = (role: string): string => facet('role', roles.indexOf(role) + 1);
export const featureFacet = (feature: Feature): string => facet('feature', features.indexOf(feature));
export const chatFacet = (chatSeq: number): string => facet('chat', chatSeq);

/** A model's id, by a number that two of them hardly share. */
export const modelFacet = (model: string): string => {
  let hash = 7;
  for (const character of foldText(model))
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % (BASE * BASE);
  return facet('model', hash);
};

const FENCE = /^[ \t]*(?:```|~~~)/mu;

const featuresOf = (parts: readonly MessagePart[]): readonly Feature[] =>
  features.filter((feature) =>
    feature === 'code'
      ? parts.some((part) => part.type === 'text' && FENCE.test(part.text))
      : parts.some(({ type }) => type === feature),
  );

const DAY_MS = 86_400_000;
/** The last moment of the year 9999: a history that was imported may hold any number for a time. */
const LAST_TIME = 253_402_300_799_999;

/** Periods are counted in UTC; who asks for local days asks for a day more at both ends. */
const periodsOf = (time: number) => {
  const date = new Date(Math.min(Math.max(time, 0), LAST_TIME));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return {
    day: facet('day', Math.floor(date.getTime() / DAY_MS)),
    tenDays: facet('tenDays', (year * 12 + month) * 4 + Math.floor(day / 10)),
    month: facet('month', year * 12 + month),
    year: facet('year', year),
    decade: facet('decade', Math.floor(year / 10)),
  };
};

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
export const facetsOf = ({ chatSeq, role, createdAt, models, parts }: FacetSource): readonly string[] => [
  EVERY_MESSAGE,
  chatFacet(chatSeq),
  roleFacet(role),
  ...new Set(models.map(modelFacet)),
  ...featuresOf(parts).map(featureFacet),
  ...Object.values(periodsOf(createdAt)),
];

const startOf = (year: number, month = 0): number => Date.UTC(year, month, 1);

/** The longest period that begins at `at`, a UTC midnight, and ends by `to`. */
const periodFrom = (at: number, to: number): { readonly facet: string; readonly end: number } => {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const nextTen = (Math.floor(day / 10) + 1) * 10;
  const facets = periodsOf(at);
  const candidates = [
    { starts: year % 10 === 0 && at === startOf(year), end: startOf(year + 10), facet: facets.decade },
    { starts: at === startOf(year), end: startOf(year + 1), facet: facets.year },
    { starts: day === 1, end: startOf(year, month + 1), facet: facets.month },
    {
      starts: day === 1 || day % 10 === 0,
      end: Math.min(Date.UTC(year, month, nextTen), startOf(year, month + 1)),
      facet: facets.tenDays,
    },
  ];
  const fitting = candidates.find(({ starts, end }) => starts && end <= to);
  return fitting ?? { end: at + DAY_MS, facet: facets.day };
};

/** The terms of all periods that the time from `from` to `to` (milliseconds) touches: some dozens at most. */
export const periodFacets = (from: number, to: number): readonly string[] => {
  const facets: string[] = [];
  const last = Math.ceil(to / DAY_MS) * DAY_MS;
  let at = Math.floor(from / DAY_MS) * DAY_MS;
  while (at < last) {
    const { facet: period, end } = periodFrom(at, last);
    facets.push(period);
    at = end;
  }
  return facets;
};
