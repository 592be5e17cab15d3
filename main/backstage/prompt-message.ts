import type { Role } from '../../preload/contract/history';
import type { ImageDetail } from '../../preload/contract/parts';

/** A part of a message that has more than text. */
export type PromptPart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'image_url';
      /** A data URL. */
      readonly image_url: { readonly url: string; readonly detail: ImageDetail };
    };

/** A call that an assistant message asked for. */
export interface PromptToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/**
 * One message of a request exactly as it stands on the wire, its fields in the order in which they are sent. Made in one
 * place (`turns/prompt.ts`) for what is sent and for what is shown again, so that the two cannot differ.
 */
export interface PromptMessage {
  readonly role: Role;
  readonly content: string | null | readonly PromptPart[];
  readonly name?: string;
  readonly tool_calls?: readonly PromptToolCall[];
  readonly tool_call_id?: string;
}

/** What a request asks with. */
export interface Prompt {
  readonly prompt: readonly PromptMessage[];
  /** The messages as the one text that the legacy Completions endpoint takes; absent for chat. */
  readonly transcript?: string;
}
