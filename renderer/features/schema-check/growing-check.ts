import type { SchemaChecker, SchemaState } from './schema-checker';

/** A text is looked at again when it has grown by a tenth, so that all looks together cost as much as ten of the whole. */
const GROWTH = 1.1;
const LEAST_GROWTH = 32;

/** Checks a text that grows, seldom enough to cost time in proportion to its length. */
export class GrowingCheck {
  readonly #checker: Pick<SchemaChecker, 'check'>;
  #length = 0;
  #state: SchemaState = { kind: 'fits', isWhole: false };

  constructor(checker: Pick<SchemaChecker, 'check'>) {
    this.#checker = checker;
  }

  /** What is known of the text; while it is `growing`, perhaps of an earlier part of it. */
  check(text: string, growing: boolean): SchemaState {
    const isDue = text.length >= this.#length * GROWTH + LEAST_GROWTH || text.length < this.#length;
    // What is broken stays broken.
    if (growing && (!isDue || (this.#state.kind !== 'fits' && text.length > this.#length)))
      return this.#state;
    this.#length = text.length;
    this.#state = this.#checker.check(text);
    return this.#state;
  }
}
