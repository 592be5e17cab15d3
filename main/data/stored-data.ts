import { readdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type StoredData,
  type StoredKind,
  type StoredPart,
  storedKinds,
} from '../../preload/contract/stored-data';
import type { OpInput, OpOutput } from '../backstage/protocol';
import { kindOf } from './stored-parts';

/** What is looked at. */
export interface StoredPlaces {
  readonly profileDir: string;
  /** Null: there is none, or the history that names it is not open. */
  readonly mirror: string | null;
  readonly home: string;
  readonly keychain: string;
  /** Done in backstage: it may be many files. */
  readonly measure: (input: OpInput<'files.measure'>) => Promise<OpOutput<'files.measure'>>;
}

/** The places of each part, as full paths; the one that "Show in folder" shows comes first. */
export const placesOf = async ({
  profileDir,
  mirror,
}: Pick<StoredPlaces, 'profileDir' | 'mirror'>): Promise<ReadonlyMap<StoredKind, readonly string[]>> => {
  const entries = (await readdir(profileDir)).toSorted();
  const found = new Map<StoredKind, string[]>();
  for (const entry of entries) {
    const kind = kindOf(entry);
    found.set(kind, [...(found.get(kind) ?? []), path.join(profileDir, entry)]);
  }
  if (mirror !== null) found.set('mirror', [mirror]);
  return found;
};

/** A place to be read: the home folder as `~`, as people write it everywhere but on Windows. */
export const placeText = (place: string, home: string): string =>
  path.sep === '/' && home !== '' && `${place}/`.startsWith(`${home}/`)
    ? `~${place.slice(home.length)}`
    : place;

/** A part of several entries is where the profile is. */
const placeOfPart = (places: readonly string[], profileDir: string): string =>
  places.length === 1 ? (places[0] ?? profileDir) : profileDir;

/** What is kept on this computer, with places and sizes. Rejects with Node's error when the profile cannot be read. */
export const readStoredData = async (where: StoredPlaces): Promise<StoredData> => {
  const { profileDir, home, keychain, measure } = where;
  const all = await placesOf(where);
  const kinds = storedKinds.filter((kind) => all.has(kind));
  const sizes = await measure({ places: kinds.map((kind) => all.get(kind) ?? []) });
  const parts = kinds.map(
    (kind, at): StoredPart => ({
      kind,
      place: placeText(
        kind === 'history'
          ? path.join(profileDir, 'history.db')
          : placeOfPart(all.get(kind) ?? [], profileDir),
        home,
      ),
      ...(sizes[at] ?? { files: 0, bytes: 0 }),
    }),
  );
  // A folder without a file is nothing to tell of; a mirror that was chosen is.
  const told = parts.filter(({ kind, files }) => files > 0 || kind === 'mirror');
  return { folder: placeText(profileDir, home), parts: told, keychain };
};
