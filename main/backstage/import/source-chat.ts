import type { Role } from '../../../preload/contract/history';
import type { ReasoningPart, TextPart, ToolCallPart, ToolResultPart } from '../../../preload/contract/parts';
import type { SkipReason } from '../../../preload/contract/transfer';

/** An image or a file of a foreign chat, before its bytes were looked for. */
export interface SourceFilePart {
  readonly type: 'sourceFile';
  /** How it is found: a data URL, or how a file's name begins. */
  readonly ref: string;
  readonly name: string;
  readonly isImage: boolean;
}

/** A piece of a foreign message. */
export type SourcePart = TextPart | ReasoningPart | ToolCallPart | ToolResultPart | SourceFilePart;

/** A message of a foreign chat. */
export interface SourceMessage<Part = SourcePart> {
  /** Unique in its chat. */
  readonly id: string;
  readonly parentId: string | null;
  readonly role: Role;
  readonly name: string | null;
  readonly parts: readonly Part[];
  /** Milliseconds since the epoch; null: not known. */
  readonly createdAt: number | null;
  /** The model that wrote it, as its source names it. */
  readonly model: string | null;
}

/** Something that a format holds and Parlance does not take, once per time it was met. */
export type Left = SkipReason;

/** A chat as a foreign format holds it. Ids are the source's own; the tree may be broken in any way. */
export interface SourceChat<Part = SourcePart> {
  /** Null where the format has none: then the content names the chat. */
  readonly sourceId: string | null;
  readonly title: string;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  /** What it is answered with from now on; empty: the endpoint's default. */
  readonly model: string;
  /** Absent or empty: none. */
  readonly systemPrompt?: string;
  readonly isPinned?: boolean;
  readonly isArchived?: boolean;
  readonly messages: readonly SourceMessage<Part>[];
  /** The message that the chat goes on from; null: the newest. */
  readonly leafId: string | null;
  readonly left: readonly Left[];
}

/** A text part, or none for an empty text. */
export const textParts = (text: string): readonly TextPart[] => (text === '' ? [] : [{ type: 'text', text }]);

/** A reasoning part, or none for an empty text. */
export const reasoningParts = (text: string): readonly ReasoningPart[] =>
  text === '' ? [] : [{ type: 'reasoning', text }];

/** Something with the name of what it is above it: what a tool gave, a file's text. */
export const labelled = (label: string, text: string): string => `**${label}**\n\n${text}`;
