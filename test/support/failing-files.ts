import { diskFiles, type Files } from '../../main/storage/durable-files';

/** When the disk fails: at which change (from 1), before or after it took effect, and whether it recovers after. */
export interface DiskFault {
  readonly atChange: number;
  readonly moment: 'before' | 'after';
  readonly lasts: boolean;
}

const noSpace = (): Error => Object.assign(new Error('No space left on device'), { code: 'ENOSPC' });

/** The real disk with one fault. `changes` counts the changes asked for, failed ones included. */
export const failingFiles = (fault: DiskFault): { readonly files: Files; readonly changes: () => number } => {
  let changes = 0;
  const change = async (act: () => Promise<void>): Promise<void> => {
    changes += 1;
    const isDown = fault.lasts && changes > fault.atChange;
    if (isDown || (changes === fault.atChange && fault.moment === 'before')) throw noSpace();
    await act();
    if (changes === fault.atChange) throw noSpace();
  };
  return {
    files: {
      read: diskFiles.read,
      write: (file, text) => change(() => diskFiles.write(file, text)),
      rename: (from, to) => change(() => diskFiles.rename(from, to)),
      remove: (file) => change(() => diskFiles.remove(file)),
    },
    changes: () => changes,
  };
};
