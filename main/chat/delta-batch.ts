import type { TurnDelta } from '../../preload/contract/events';

/** One frame at 60 Hz, in milliseconds. */
const FRAME_MS = 16;

/**
 * Hands new text on at most once per frame: the first piece at once, so that the first token is not kept waiting, what
 * comes within the frame together. Pieces of one message are joined.
 */
export class DeltaBatch {
  readonly #pending = new Map<string, TurnDelta>();
  #timer: NodeJS.Timeout | undefined;

  readonly #emit: (deltas: readonly TurnDelta[]) => void;
  readonly #intervalMs: number;

  constructor(emit: (deltas: readonly TurnDelta[]) => void, intervalMs = FRAME_MS) {
    this.#emit = emit;
    this.#intervalMs = intervalMs;
  }

  /** Takes the next piece of a message; pieces of one message come in order and without gaps. */
  push(delta: TurnDelta): void {
    const before = this.#pending.get(delta.messageId);
    this.#pending.set(
      delta.messageId,
      before === undefined ? delta : { ...before, text: before.text + delta.text },
    );
    if (this.#timer === undefined) this.#emitPending();
  }

  /** Hands on what is left, at once. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.size > 0) this.#emit(this.#take());
  }

  #take(): readonly TurnDelta[] {
    const deltas = [...this.#pending.values()];
    this.#pending.clear();
    return deltas;
  }

  #emitPending(): void {
    this.#timer = undefined;
    if (this.#pending.size === 0) return;
    this.#emit(this.#take());
    this.#timer = setTimeout(() => this.#emitPending(), this.#intervalMs);
  }
}
