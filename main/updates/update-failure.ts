import type { UpdateProblem } from '../../preload/contract/updates';

const codeOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';

/** electron-updater's codes for a file that is not the one that was announced (its checksum, and on Windows its signature). */
const DAMAGED = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);

/** What the page is told of what electron-updater threw while it asked or downloaded. */
export const downloadProblem = (thrown: unknown): UpdateProblem => {
  const code = codeOf(thrown);
  if (DAMAGED.has(code)) return 'damaged';
  // macOS replaces signed apps only, and says so while it takes the download over (Squirrel.Mac).
  if (thrown instanceof Error && /code signature/i.test(thrown.message)) return 'notInstalled';
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'unreachable';
};
