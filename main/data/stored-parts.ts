import type { StoredKind } from '../../preload/contract/stored-data';

/** Entries of the profile folder by name, first match first; the rest is Chromium's own. */
const ENTRIES: readonly (readonly [RegExp, StoredKind])[] = [
  [/^history\.db(-wal|-shm)?$|^last-chats\.json$/, 'history'],
  [/^snapshots$/, 'snapshots'],
  // What was renamed because it could not be read or opened, and copies that were being made.
  [/\.broken-|^history-.*\.(db|key)|^history\.db\.|^snapshot-being-read\.db/, 'setAside'],
  [/^(vault\.json|history\.key)$/, 'keys'],
  [/^(settings|endpoints|models|window|history|unread)\.json$|^\.updaterId$/, 'settings'],
  [/^Dictionaries$/, 'dictionaries'],
  [/^updates$/, 'updates'],
  // Names as Chromium 130 and 152 have them: Cache, Code Cache, GPUCache, DawnWebGPUCache, GrShaderCache and others.
  [/cache$|^Shared Dictionary$|^blob_storage$/i, 'caches'],
];

/** The part that an entry of the profile folder belongs to. */
export const kindOf = (entry: string): StoredKind =>
  ENTRIES.find(([names]) => names.test(entry))?.[1] ?? 'rest';
