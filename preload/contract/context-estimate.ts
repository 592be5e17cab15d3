import type { ContextRule } from './parameters';

/** Tokens of a prompt, by what they are for. They add up to the whole, but for the legacy endpoint's one text. */
export interface PromptParts {
  readonly systemPrompt: number;
  readonly tools: number;
  /** Of the schema that the reply has to follow. */
  readonly schema: number;
  /** Of the chat's messages that will be sent. */
  readonly messages: number;
  /** Of the message that is typed. */
  readonly typed: number;
  /** Of the images with it. Absent: none. */
  readonly images?: number;
  /** What every reply is primed with. */
  readonly priming: number;
}

/** What the next request's prompt will hold. */
export interface ContextEstimate {
  readonly promptTokens: number;
  /** False where the model's encoding, or the recipe of a part, is not known: then it is "about". */
  readonly exact: boolean;
  readonly parts: PromptParts;
  readonly contextWindow: number | null;
  /** Tokens kept free for the reply. */
  readonly reservedTokens: number;
  /** Tokens that one reply may have at most; null: not known. */
  readonly replyBound: number | null;
  /** What is done with messages that do not fit. */
  readonly rule: ContextRule;
  /** Messages of the path that do not fit and will not be sent, oldest first. */
  readonly omittedCount: number;
  /** Where the rule is to ask: tokens by which the chat is too long. Else 0. */
  readonly overTokens: number;
  /** Images of earlier messages that will not be sent because the model takes none. Absent: none. */
  readonly imagesLeftOut?: number;
  /** The first message that will be sent when some are left out; null when all are, and when none of the path is. */
  readonly sentFromId: string | null;
  /** Messages before that one that will be sent all the same, oldest first. */
  readonly keptIds: readonly string[];
  /** Calls of functions that will not be sent because the legacy endpoint takes one text. Absent: none. */
  readonly callsLeftOut?: number;
  /** False when not even the newest message fits: nothing can be sent. */
  readonly fits: boolean;
  /** What each attachment of the typed message takes of the prompt. Absent: it has none. */
  readonly attachmentTokens?: readonly { readonly hash: string; readonly tokens: number }[];
}
