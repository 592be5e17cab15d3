import { useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * What is typed in a place and not saved: closing its editor, by Escape for one, does not lose it in this run.
 * @param place names the editor and what it edits, and is of no other type elsewhere.
 * @returns the value, what changes it, and what forgets it: it was saved or thrown away.
 */
export const useKeptState = <Value>(
  place: string,
  initial: Value,
): readonly [Value, (value: Value) => void, () => void] => {
  const [value, setValue] = useState(() => (kept.has(place) ? (kept.get(place) as Value) : initial));
  const change = (next: Value) => {
    kept.set(place, next);
    setValue(next);
  };
  return [value, change, () => kept.delete(place)];
};
