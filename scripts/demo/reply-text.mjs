/**
 * What of a growing reply can be printed now. Its last line may still change (half-written Markdown is shown
 * differently once it is whole), so it is held back until the reply is complete.
 * @param {string} printed what was printed before
 * @param {string} text the reply so far
 * @param {boolean} isComplete
 * @returns {string} the next piece to print
 */
export function printablePiece(printed, text, isComplete) {
  const settled = isComplete ? `${text}\n` : text.slice(0, text.lastIndexOf('\n') + 1);
  if (settled.startsWith(printed)) return settled.slice(printed.length);
  return isComplete ? `\n${settled}` : '';
}
