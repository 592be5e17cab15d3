import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** How much there is in files and folders. */
export interface Measured {
  readonly files: number;
  /** The files' lengths together. */
  readonly bytes: number;
}

const NOTHING: Measured = { files: 0, bytes: 0 };

/** What goes while it is looked at, or may not be looked at, counts as nothing. Links are not followed. */
const measureOne = async (place: string): Promise<Measured> => {
  try {
    const facts = await lstat(place);
    if (!facts.isDirectory()) return facts.isFile() ? { files: 1, bytes: facts.size } : NOTHING;
    return await measure((await readdir(place)).map((name) => path.join(place, name)));
  } catch {
    return NOTHING;
  }
};

/** How much is at these places together. One file after the other: nobody waits for it who could not. */
export const measure = async (places: readonly string[]): Promise<Measured> => {
  let all = NOTHING;
  for (const place of places) {
    const { files, bytes } = await measureOne(place);
    all = { files: all.files + files, bytes: all.bytes + bytes };
  }
  return all;
};
