import type { MirrorState } from '../../preload/contract/mirror';
import { request } from '../ipc/client';
import { useMirror } from '../stores/mirror-store';
import { tell, tellError } from '../stores/notices-store';

/** Takes what main tells. A new trouble is told once: the person may not be looking at the settings. */
export const takeMirror = (state: MirrorState): void => {
  const before = useMirror.getState().state;
  useMirror.setState({ state });
  if (state.kind === 'off' || state.problem === null) return;
  if (before.kind === 'on' && before.problem === state.problem) return;
  tell({ kind: 'mirrorProblem', problem: state.problem });
};

const ask = async (work: () => Promise<MirrorState>): Promise<void> => {
  try {
    takeMirror(await work());
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Asks main how the mirror is. */
export const loadMirror = (): Promise<void> => ask(() => request('mirror.state', {}));

/** Lets the person choose the folder. */
export const chooseMirror = (): Promise<void> => ask(() => request('mirror.choose', {}));

/** Ends the mirror; its files stay. */
export const turnMirrorOff = (): Promise<void> => ask(() => request('mirror.turnOff', {}));
