import { spawn } from 'node:child_process';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * The name that an AppImage gets with a new version: whoever kept the version in the name wants to see the new one there, and a
 * name without one stays.
 */
export const appImageName = (name: string, from: string, to: string): string =>
  name.includes(from) ? name.replace(from, to) : name;

/**
 * Puts a new AppImage in the place of the one that runs. The old one is there until the new one is whole beside it: a full disk
 * or a kill in the middle costs nothing. (electron-updater deletes the old one first.)
 * @returns where the new one is. Rejects with Node's error and nothing changed.
 */
export const replaceAppImage = async (
  file: string,
  running: string,
  versions: { readonly from: string; readonly to: string },
): Promise<string> => {
  const place = path.join(
    path.dirname(running),
    appImageName(path.basename(running), versions.from, versions.to),
  );
  const beside = `${place}.new`;
  try {
    await copyFile(file, beside);
    await chmod(beside, 0o755);
    await rename(beside, place);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
  if (place !== running) await rm(running, { force: true });
  return place;
};

const installers = {
  deb: ['dpkg', '--install'],
  rpm: ['rpm', '--upgrade'],
} as const;

/** The command that installs a package, with a question for the administrator's password unless it is root who asks. */
export const installCommand = (
  kind: keyof typeof installers,
  file: string,
  isRoot: boolean,
): readonly string[] => [...(isRoot ? [] : ['pkexec']), ...installers[kind], file];

/** Runs a command to its end. Rejects when it cannot be run or does not succeed; no shell reads it. */
export const runToEnd = ([command = '', ...args]: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
    );
  });
