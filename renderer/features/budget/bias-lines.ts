/** The API's strongest: the token does not come at all. */
const BAN = -100;
/** The lines of a bias field with those of these tokens, which are not there yet, added. */
export const withTokens = (lines: string, ids: readonly number[]): string => {
  const known = new Set(lines.split('\n').map((line) => line.split(/[:：]/)[0]?.trim()));
  const added = [...new Set(ids)].filter((id) => !known.has(String(id))).map((id) => `${id}: ${BAN}`);
  return [...lines.split('\n').filter((line) => line.trim() !== ''), ...added].join('\n');
};
