import type { GenerationParams } from '../../preload/contract/parameters';
import type { Preset } from '../../preload/contract/presets';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { tellError } from '../stores/notices-store';
import { renamedPreset, withoutPreset, withPreset } from '../stores/presets';

const change = (next: (presets: readonly Preset[]) => readonly Preset[]): void => {
  const presets = [...next(useApp.getState().settings.presets)];
  request('settings.update', { presets }).catch(tellError);
};

/** Keeps generation settings under a name, in place of those that had it. */
export const savePreset = (name: string, params: GenerationParams): void =>
  change((presets) => withPreset(presets, { name, params }));

/** Gives a preset another name. */
export const renamePreset = (from: string, to: string): void =>
  change((presets) => renamedPreset(presets, from, to));

/** Forgets a preset; chats keep their settings. */
export const deletePreset = (name: string): void => change((presets) => withoutPreset(presets, name));

/** Starts new chats with these generation settings. */
export const startNewChatsWith = (params: GenerationParams): void => {
  const { newChat } = useApp.getState().settings;
  request('settings.update', { newChat: { ...newChat, params } }).catch(tellError);
};
