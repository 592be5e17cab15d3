import type { TurnDelta } from '../../preload/contract/events';

/** Tells the texts of a message apart. */
const keyOf = ({ messageId, channel, call }: TurnDelta): string =>
  `${messageId} ${channel} ${call?.at ?? ''}`;

/** One frame at 60 Hz, in milliseconds. */
const FRAME_MS = 16;

/**
 * Hands new text on at most once per frame: the first piece at once, so that the first token is not kept waiting, what
 * comes within the frame together. Pieces of one text are joined. The clock is asked with each piece: where pieces come
 * so fast that no timer gets its turn, the page has the text before the last of it came.
 */
export class DeltaBatch {
  readonly #pending = new Map<string, TurnDelta>();
  #timer: NodeJS.Timeout | undefined;
  #emittedAt = Number.NEGATIVE_INFINITY;

  readonly #emit: (deltas: readonly TurnDelta[]) => void;
  readonly #intervalMs: number;

  constructor(emit: (deltas: readonly TurnDelta[]) => void, intervalMs = FRAME_MS) {
    this.#emit = emit;
    this.#intervalMs = intervalMs;
  }

  /** Takes the next piece of a text; pieces of one text come in order and without gaps. */
  push(delta: TurnDelta): void {
    const key = keyOf(delta);
    const before = this.#pending.get(key);
    this.#pending.set(
      key,
      before === undefined ? delta : { ...delta, offset: before.offset, text: before.text + delta.text },
    );
    const leftMs = this.#intervalMs - (performance.now() - this.#emittedAt);
    if (leftMs <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), leftMs);
  }

  /** Hands on what is left, at once. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.size === 0) return;
    const deltas = [...this.#pending.values()];
    this.#pending.clear();
    this.#emittedAt = performance.now();
    this.#emit(deltas);
  }
}
