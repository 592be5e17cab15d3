import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs a program in plain Node and kills it (`kill -9`) some milliseconds after it has said its nth line. Answers with every
 * line that it said. The moment is what is varied: nothing is waited for.
 */
export const killAtRandom = async (
  program: string,
  args: readonly string[],
  { line = 1, ms }: { readonly line?: number; readonly ms: number },
): Promise<readonly string[]> => {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? code)),
  );
  const said: string[] = [];
  for await (const each of createInterface({ input: child.stdout })) {
    said.push(each);
    if (said.length === line) void pause(ms).then(() => child.kill('SIGKILL'));
  }
  const end = await exited;
  if (end !== 'SIGKILL') throw new Error(`The program ended by itself: ${end}`);
  return said;
};

/** How much of a work was done when it was killed. */
type Done = 'nothing' | 'part' | 'all';

/**
 * Moments in the middle of a work of which nobody knows how long it takes on this machine: between one at which nothing was done
 * and one at which all was, with some room, as no two runs take equally long.
 * @param ms where to begin, in milliseconds; the first moments lie between none and twice as many.
 */
export const momentsAround = (ms: number, random: (below: number) => number) => {
  let [from, to, last] = [0, 2 * ms, 0];
  return {
    next: (): number => {
      last = from + random(Math.ceil(to - from));
      return last;
    },
    tell: (done: Done): void => {
      if (done === 'nothing') from = Math.max(from, 0.9 * last);
      if (done === 'all') to = Math.min(to, 1.1 * last + 1);
      if (to - from >= 0.1 * to) return;
      if (done === 'nothing') to = 2 * from + 1;
      else from = 0.5 * to;
    },
  };
};
