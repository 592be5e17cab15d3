import { useState } from 'react';

/**
 * A text that is being typed. While it is what is saved, it follows that: settings are changed elsewhere too, by a file or a
 * reset, and a field must not save its old text over them when it is taken away.
 * @returns the text and what changes it.
 */
export const useFollowedText = (saved: string): readonly [string, (text: string) => void] => {
  const [{ typed, seen }, set] = useState({ typed: saved, seen: saved });
  if (seen !== saved) set({ typed: typed === seen ? saved : typed, seen: saved });
  return [typed, (text) => set({ typed: text, seen: saved })];
};
