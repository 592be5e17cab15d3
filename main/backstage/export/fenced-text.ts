/** A text as a fenced block of Markdown, within a fence longer than any in it. */
export const fencedText = (text: string, language = ''): string => {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
};
