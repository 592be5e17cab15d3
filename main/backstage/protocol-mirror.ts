import type { MirrorState } from '../../preload/contract/mirror';
import type { Op } from './op';

/** Operations of the mirror folder. */
export interface MirrorOps {
  /**
   * Mirrors into this folder from now on, null: no longer. What is there stays. Errors: `mirror.foreign` (another history
   * is mirrored there), `transfer.notWritten`.
   */
  readonly 'mirror.choose': Op<{ readonly folder: string | null }, MirrorState>;
  /** The state once it is another than `known`, or after `waitMs`. */
  readonly 'mirror.next': Op<{ readonly known: MirrorState | null; readonly waitMs: number }, MirrorState>;
}
