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
