/**
 * How a copy of the app gets a new version, by what it was installed from: by itself; with the administrator's password; by
 * downloading the new package by hand; not at all, because it runs from a checkout or was built without an address to ask.
 */
export type UpdateWay = 'itself' | 'withPassword' | 'byHand' | 'never';

/** What went wrong the last time. The version that runs is as it was. */
export type UpdateProblem =
  /** Nobody answered, or not with what a list of versions is. */
  | 'unreachable'
  /** What was downloaded is not what was announced, by its checksum or signature; it was thrown away. */
  | 'damaged'
  | 'diskFull'
  /** No snapshot of the history could be made, so nothing was installed. */
  | 'noSnapshot'
  /** The system did not let it be installed, or the person said no. */
  | 'notInstalled';

/** A version that is newer than the one that runs. */
export interface NewVersion {
  readonly version: string;
  /** What is new, as Markdown; empty where nothing is said. */
  readonly notes: string;
}

/** How far an update is. */
export type UpdateStep =
  /** `checkedAt`: when there was last an answer, in milliseconds since the epoch; null: not since the start. */
  | { readonly kind: 'none'; readonly checkedAt: number | null }
  | { readonly kind: 'checking' }
  | { readonly kind: 'found'; readonly found: NewVersion }
  /** `percent` is whole, from 0 to 100. */
  | { readonly kind: 'downloading'; readonly found: NewVersion; readonly percent: number }
  /** Downloaded and checked: it is installed when the person wants. */
  | { readonly kind: 'ready'; readonly found: NewVersion }
  | { readonly kind: 'installing'; readonly found: NewVersion };

/** All that the page knows of updates. */
export interface UpdateState {
  readonly way: UpdateWay;
  readonly step: UpdateStep;
  readonly problem: UpdateProblem | null;
  /** Where new packages are, for the person to open. */
  readonly page: string;
}
