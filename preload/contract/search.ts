import * as z from 'zod/mini';
import { boundedText, uuid } from './bounds';
import type { TextRange } from './fold-text';
import type { Role } from './history';

/** `newest`: latest first. `best`: what fits best. */
export const searchOrders = ['newest', 'best'] as const;
/** In which order hits come. */
export type SearchOrder = (typeof searchOrders)[number];

/** Longest query, in UTF-16 code units. */
const MAX_QUERY_LENGTH = 1000;

/** What is looked for; the page sends every state of a query that is being typed. */
export const queryText = boundedText(MAX_QUERY_LENGTH);

/** Input of `search.messages`. */
export const searchInput = z.strictObject({
  query: queryText,
  order: z.enum(searchOrders),
  /** What `in:current` means; null: no chat. */
  chatId: z.nullable(uuid),
  /** As the page before gave it; null for the first. */
  cursor: z.nullable(z.int().check(z.nonnegative())),
});

/** Input of `search.messages`. */
export type SearchInput = Readonly<z.infer<typeof searchInput>>;

/** A text with the stretches that were found in it, in order. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

/** Where in a message something was found: in what it says, in what the model thought before it, or in one of its files. */
export type HitSource = 'text' | 'reasoning' | 'file';

/** A message (or, by its title, a chat) that was found. */
export interface SearchHit {
  readonly chatId: string;
  readonly title: MarkedText;
  /** Null: the chat was found by its title alone. */
  readonly messageId: string | null;
  readonly role: Role | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly snippet: MarkedText;
  /** Where the snippet is from. */
  readonly source: HitSource;
  /** What was found in the message, as it stands there: to be marked in the transcript. */
  readonly found: readonly string[];
  /** True for a chat that was found by its title; it may name its newest message that was found as well. */
  readonly byTitle: boolean;
}

/** A page of hits. */
export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Hand back for the next page; null at the end. */
  readonly cursor: number | null;
  /** Where so many match that only a part of them was ranked, how many that are; the others come newest first only. */
  readonly rankedOnly: number | null;
  /** Operators of the query whose values no message can have, as they were typed: `role:nobody`. */
  readonly unknown: readonly string[];
  /** True while older messages are not indexed yet: there may be more. */
  readonly isIndexing: boolean;
}

/** The messages of a chat's path that hold a text, oldest first. */
export interface ChatFinds {
  readonly messages: readonly { readonly messageId: string; readonly count: number }[];
  /** False when there are more than are counted. */
  readonly isWhole: boolean;
}
