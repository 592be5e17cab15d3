import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { MirrorState } from '../../../preload/contract/mirror';
import type { Driver } from '../backstage/support';

type On = Extract<MirrorState, { kind: 'on' }>;

/** Waits until the mirror is as wanted. */
export const until = async (driver: Driver, isWanted: (state: On) => boolean): Promise<On> => {
  for (let known: MirrorState | null = null; ; ) {
    const state: MirrorState = await driver.call('mirror.next', { known, waitMs: 20_000 });
    if (state.kind === 'on' && isWanted(state)) return state;
    known = state;
  }
};

/** Waits until everything is written. */
export const written = (driver: Driver): Promise<On> =>
  until(driver, ({ waiting, problem }) => waiting === 0 && problem === null);

/** The files of the mirrored chats. */
export const chatFiles = (folder: string): readonly string[] =>
  readdirSync(path.join(folder, 'chats')).sort();
