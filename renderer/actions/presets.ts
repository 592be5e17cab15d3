import type { GenerationParams } from '../../preload/contract/parameters';
import type { Preset } from '../../preload/contract/presets';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { tell, tellError } from '../stores/notices-store';
import { renamedPreset, withoutPreset, withPreset } from '../stores/presets';
import { noteAct } from '../stores/undo-store';

type Change = (presets: readonly Preset[]) => readonly Preset[];

/** Tells whether it was done. */
const make = async (change: Change): Promise<boolean> => {
  try {
    await request('settings.update', { presets: [...change(useApp.getState().settings.presets)] });
    return true;
  } catch (thrown) {
    tellError(thrown);
    return false;
  }
};

/** Makes a change by which the preset of this name goes, if there is one, which can be undone. */
const makeWithout = async (name: string, what: 'deleted' | 'replaced', change: Change): Promise<void> => {
  const former = useApp.getState().settings.presets.find((preset) => preset.name === name);
  if (!(await make(change)) || former === undefined) return;
  const undo = noteAct({
    undo: async () => void (await make((presets) => withPreset(presets, former))),
    redo: async () => void (await make(change)),
  });
  tell({ kind: 'presetChanged', what, name, undo });
};

/** Keeps generation settings under a name, in place of those that had it, which can be undone. */
export const savePreset = (name: string, params: GenerationParams): Promise<void> =>
  makeWithout(name, 'replaced', (presets) => withPreset(presets, { name, params }));

/** Gives a preset another name. */
export const renamePreset = async (from: string, to: string): Promise<void> =>
  void (await make((presets) => renamedPreset(presets, from, to)));

/** Forgets a preset, which can be undone; chats keep their settings. */
export const deletePreset = (name: string): Promise<void> =>
  makeWithout(name, 'deleted', (presets) => withoutPreset(presets, name));

/** Starts new chats with these generation settings. */
export const startNewChatsWith = (params: GenerationParams): void => {
  const { newChat } = useApp.getState().settings;
  request('settings.update', { newChat: { ...newChat, params } }).catch(tellError);
};
