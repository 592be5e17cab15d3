import { writeSync } from 'node:fs';

/** Says a line at once: what was said before a kill has been said. */
export const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
