import { useEffect, useRef } from 'react';
import type { TranscriptEntry } from '../../../preload/contract/history';
import { useConversation } from '../../stores/conversation-store';
import { entryAt, type Transcript } from '../../stores/transcript';

interface Kept {
  readonly leafId: string | null;
  readonly entries: ReadonlyMap<number, TranscriptEntry>;
}

/**
 * What is at a place of the path, also at those of rows that stay mounted while what is loaded is far from them; undefined
 * where it is not loaded.
 */
export const useKeptEntries = (
  transcript: Transcript,
  rows: readonly number[],
): ((at: number) => TranscriptEntry | undefined) => {
  const leafId = useConversation(({ chat }) => chat?.leafId ?? null);
  const kept = useRef<Kept>({ leafId, entries: new Map() });
  // Of another branch it may not be.
  const entryOf = (at: number) =>
    entryAt(transcript, at) ?? (kept.current.leafId === leafId ? kept.current.entries.get(at) : undefined);
  useEffect(() => {
    const entries = rows.flatMap((at) => {
      const entry = entryOf(at);
      return entry === undefined ? [] : [[at, entry] as const];
    });
    kept.current = { leafId, entries: new Map(entries) };
  });
  return entryOf;
};
