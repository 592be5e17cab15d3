import { accessSync, constants, mkdirSync } from 'node:fs';
import { Failure } from '../../preload/contract/result';
import { ioErrorCode } from '../storage/durable-files';

/**
 * Makes the profile folder if need be and sees that it can be written. Without this check a folder that cannot looks
 * to Electron like one that another Parlance holds, and the app would end without a word.
 * @returns null when all is well, else a `settings.notSaved` that names Node's error code.
 */
export const profileProblem = (folder: string): Failure | null => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
    return null;
  } catch (thrown) {
    const reason = ioErrorCode(thrown);
    return new Failure('settings.notSaved', `the profile folder cannot be written (${reason})`, { reason });
  }
};
