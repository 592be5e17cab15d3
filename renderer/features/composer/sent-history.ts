/** Going back through what was sent: what was sent, latest first, and where one is. */
export interface Recall {
  readonly texts: readonly string[];
  readonly at: number;
}

/**
 * The text that Up or Down puts into the box, and where one is then; null: the key does what it always does. One goes back
 * only from an empty box, or from a recalled text that was not changed: what was typed is never replaced.
 * @param recall null: one is not going back. @param sent latest first.
 */
export const recallStep = (
  recall: Recall | null,
  sent: readonly string[],
  text: string,
  key: 'ArrowUp' | 'ArrowDown',
): { readonly recall: Recall | null; readonly text: string } | null => {
  const isRecalled = recall !== null && recall.texts[recall.at] === text;
  if (key === 'ArrowDown') {
    if (!isRecalled) return null;
    const at = recall.at - 1;
    return at < 0 ? { recall: null, text: '' } : { recall: { ...recall, at }, text: recall.texts[at] ?? '' };
  }
  if (!isRecalled && text !== '') return null;
  const texts = isRecalled ? recall.texts : sent;
  const at = isRecalled ? recall.at + 1 : 0;
  const next = texts[at];
  return next === undefined ? null : { recall: { texts, at }, text: next };
};
