import { type CommandId, keysOf } from '../../preload/contract/commands';
import { useApp } from '../stores/app-store';

/** The keys that a command has now, in Electron's accelerator notation; undefined: none. */
export const useKeysOf = (command: CommandId): string | undefined =>
  useApp(({ settings }) => keysOf(settings.keys, command)) ?? undefined;
