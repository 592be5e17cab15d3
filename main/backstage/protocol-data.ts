import type { DataCounts } from '../../preload/contract/stored-data';
import type { Op } from './op';

/** Operations about what is kept on this computer. */
export interface DataOps {
  /** How much is at each of these groups of places. Needs no open history. Never fails: what cannot be read counts as nothing. */
  readonly 'files.measure': Op<
    { readonly places: readonly (readonly string[])[] },
    readonly { readonly files: number; readonly bytes: number }[]
  >;
  /** Read beside the daily work. Errors: `history.damaged`, `history.unavailable`. */
  readonly 'data.counts': Op<null, DataCounts>;
  /** The mirror folder's path; null: there is none. */
  readonly 'mirror.place': Op<null, string | null>;
}
