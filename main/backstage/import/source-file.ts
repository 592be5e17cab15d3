import type { Readable } from 'node:stream';

/** A file to import from: one on disk, or one in a ZIP. */
export interface SourceFile {
  /** With its folders in a ZIP, without them on disk. */
  readonly name: string;
  /** In bytes, unpacked. */
  readonly size: number;
  /** Errors: `transfer.unreadable`, `transfer.brokenZip`; reading the stream throws errors for `readFailure`. */
  readonly open: () => Promise<Readable>;
}

/** Everything that was chosen, ZIPs looked into. */
export interface ImportSource {
  readonly files: readonly SourceFile[];
  readonly close: () => void;
}
