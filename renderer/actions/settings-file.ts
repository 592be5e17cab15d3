import type { Settings, SettingsPatch } from '../../preload/contract/settings';
import type { CarriedEndpoint } from '../../preload/contract/settings-file';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { tell, tellError } from '../stores/notices-store';
import { noteAct } from '../stores/undo-store';

/** What of the settings is to be changed at once. */
export interface SettingsChange {
  readonly patch: SettingsPatch;
  readonly addEndpoints: readonly CarriedEndpoint[];
}

/** These settings as they are in `all`. */
export const pickSettings = (all: SettingsPatch, names: readonly (keyof Settings)[]): SettingsPatch =>
  Object.fromEntries(names.map((name) => [name, all[name]]));

/**
 * Changes settings and servers together; undone in one act. Throws what main had against it, and then nothing has changed.
 */
export const applySettings = async (
  { patch, addEndpoints }: SettingsChange,
  what: 'imported' | 'reset',
): Promise<void> => {
  // Servers alone may be what changes.
  const orNull = (some: SettingsPatch) => (Object.keys(some).length === 0 ? null : some);
  const before = pickSettings(useApp.getState().settings, Object.keys(patch) as (keyof Settings)[]);
  const change = () =>
    request('settings.apply', {
      patch: orNull(patch),
      addEndpoints: [...addEndpoints],
      removeEndpointIds: [],
    });
  let ids = await change();
  const changeBack = () =>
    request('settings.apply', {
      patch: orNull(before),
      addEndpoints: [],
      removeEndpointIds: [...ids],
    });
  const undo = noteAct({
    undo: () => changeBack().then(() => undefined, tellError),
    redo: () =>
      change().then((again) => {
        ids = again;
      }, tellError),
  });
  tell({ kind: 'settingsChanged', what, undo });
};
