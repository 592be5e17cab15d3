import { randomUUID } from 'node:crypto';
import type { ToolCallPiece } from '../../preload/contract/answer-parts';
import { withCallPiece } from '../../preload/contract/answer-parts';
import type { ToolCallPart } from '../../preload/contract/parts';
import type { ToolCallDelta } from '../openai/tool-call-delta';

/**
 * The calls of an answer while they stream. Servers differ in how they say which call a delta belongs to: OpenAI by index,
 * others give every call the same index and tell them apart by id, some give no id at all, some a new one with each delta.
 */
export class LiveCalls {
  #calls: readonly ToolCallPart[] = [];
  /** By place: the index that the server gave the call. */
  readonly #indices: (number | null)[] = [];
  /** By place: whether the id is one of ours, because the server gave none. */
  readonly #ownIds: boolean[] = [];

  /** All calls so far, in the order they began. */
  get all(): readonly ToolCallPart[] {
    return this.#calls;
  }

  /** Adds a delta and answers with it as a piece of the call it belongs to. */
  take(delta: ToolCallDelta): ToolCallPiece {
    const at = this.#placeOf(delta);
    const piece = at === this.#calls.length ? this.#begin(at, delta) : this.#goOn(at, delta);
    this.#calls = withCallPiece(this.#calls, piece);
    return piece;
  }

  #placeOf({ index, id, name }: ToolCallDelta): number {
    const at = index === null ? this.#calls.length - 1 : this.#indices.lastIndexOf(index);
    const call = this.#calls[at];
    if (call === undefined) return this.#calls.length;
    // A new id alone says nothing: some servers make one up for each delta. With a name it is another call.
    const isOther = id !== null && name !== null && id !== call.id && this.#ownIds[at] === false;
    return isOther ? this.#calls.length : at;
  }

  #begin(at: number, { index, id, name, arguments: text }: ToolCallDelta): ToolCallPiece {
    this.#indices.push(index);
    this.#ownIds.push(id === null);
    return { at, id: id ?? `call_${randomUUID().replaceAll('-', '')}`, name: name ?? '', arguments: text };
  }

  #goOn(at: number, { id, name, arguments: text }: ToolCallDelta): ToolCallPiece {
    const isFirstId = id !== null && this.#ownIds[at] === true;
    if (isFirstId) this.#ownIds[at] = false;
    return { at, ...(isFirstId ? { id } : {}), ...(name === null ? {} : { name }), arguments: text };
  }
}
