import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../../preload/contract/result';
import type { CarriedEndpoint } from '../../preload/contract/settings-file';
import type { SettingsDialogs } from '../app/settings-dialogs';
import { checkEndpoint } from '../endpoints/endpoint-check';
import { ENVIRONMENT_ID } from '../endpoints/endpoint-info';
import type { EndpointRegistry } from '../endpoints/registry';
import type { HandlersOf } from '../ipc/handlers';
import { readSettingsFile, settingsFileText } from '../settings/settings-file';
import type { SettingsStore } from '../settings/settings-store';
import { withoutPassword } from '../settings/without-password';
import { diskFiles, type Files } from '../storage/durable-files';

/** Far more than the longest settings take: 50 presets and a system prompt for new chats. In bytes. */
const MAX_BYTES = 64_000_000;

/** What the handlers of files of settings work on. */
export interface SettingsFileDeps {
  readonly settings: Pick<SettingsStore, 'get' | 'update'>;
  readonly registry: Pick<EndpointRegistry, 'list' | 'selectedId' | 'carry'>;
  readonly dialogs: SettingsDialogs;
  /** The real disk unless a test says otherwise. */
  readonly files?: Pick<Files, 'write'>;
}

/** Those that the person made, the one in use first. */
const savedEndpoints = (registry: SettingsFileDeps['registry']): readonly CarriedEndpoint[] => {
  const inUse = registry.selectedId();
  return registry
    .list()
    .flatMap(({ kind, ...rest }) =>
      kind === 'demo' || rest.id === ENVIRONMENT_ID ? [] : [{ kind, ...rest }],
    )
    .sort((one, other) => Number(other.id === inUse) - Number(one.id === inUse));
};

const readText = async (file: string): Promise<string> => {
  try {
    const facts = await stat(file);
    // A pipe would be waited for, and a device has no end.
    if (!facts.isFile() || facts.size > MAX_BYTES) throw new Error('no file of settings');
    return await readFile(file, 'utf8');
  } catch {
    throw new Failure('transfer.unreadable', 'the file of settings cannot be read');
  }
};

/** Handlers of `settings.*` about the settings as a whole. No answer holds a path. */
export const createSettingsFileHandlers = ({
  settings,
  registry,
  dialogs,
  files = diskFiles,
}: SettingsFileDeps): Omit<HandlersOf<'settings'>, 'settings.update'> => {
  const here = () => ({
    settings: settings.get(),
    endpoints: savedEndpoints(registry),
  });
  return {
    'settings.export': async () => {
      const file = await dialogs.pickPlace('Parlance settings', 'json');
      if (file === null) return null;
      try {
        await files.write(file, settingsFileText(here(), new Date()));
      } catch {
        throw new Failure('transfer.notWritten', 'the file of settings cannot be written');
      }
      return path.basename(file);
    },
    'settings.pickImport': async () => {
      const file = await dialogs.pickSettings();
      if (file === null) return null;
      return { file: path.basename(file), ...readSettingsFile(await readText(file), here()) };
    },
    'settings.apply': async ({ patch, addEndpoints, removeEndpointIds }) => {
      const plain = withoutPassword(patch ?? {});
      const added = addEndpoints.map(
        (endpoint) => checkEndpoint({ ...endpoint, id: null, apiKey: null }).endpoint,
      );
      const { ids, takeBack } = await registry.carry(added, removeEndpointIds);
      try {
        if (patch !== null) await settings.update(plain);
      } catch (thrown) {
        // There is room for it: the file that was just replaced took as much.
        await takeBack().catch(() => undefined);
        throw thrown;
      }
      return ids;
    },
  };
};
