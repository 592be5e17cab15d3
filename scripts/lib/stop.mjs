import { exitOnSignals } from './children.mjs';

/** Something the user can put right: its message is all that needs to be shown. */
export class Stop extends Error {}

/**
 * Runs a command's main function and turns its outcome into the process's exit code.
 * @param {() => Promise<number>} main
 */
export async function runCommand(main) {
  exitOnSignals();
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
