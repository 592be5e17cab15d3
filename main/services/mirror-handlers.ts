import type { HandlersOf } from '../ipc/handlers';
import type { MirrorWatch } from '../transfer/mirror-watch';

/** Handlers of `mirror.*`. No answer holds a path. */
export const createMirrorHandlers = (mirror: MirrorWatch): HandlersOf<'mirror'> => ({
  'mirror.state': async () => mirror.state,
  'mirror.choose': () => mirror.choose(),
  'mirror.turnOff': () => mirror.turnOff(),
});
