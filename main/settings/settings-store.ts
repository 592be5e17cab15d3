import { defaultSettings } from '../../preload/contract/default-settings';
import { type Settings, type SettingsPatch, settings, settingsPatch } from '../../preload/contract/settings';
import { type JsonStore, type JsonStoreOptions, openJsonStore, type ParsedJson } from '../storage/json-store';
import { type OneAtATime, oneAtATime } from '../storage/one-at-a-time';
import { createSignal } from '../storage/signal';

/** What the patch names, and of the rest what there was. Null is a value. */
const patched = (base: Settings, patch: SettingsPatch): Settings => ({
  ...base,
  ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
});

// Key by key: one bad value costs that value only.
const parseSettings = (json: unknown): ParsedJson<Settings> => {
  const found = new Map(Object.entries(json ?? {}).filter(([key]) => key in settings.shape));
  const patches = [...found].map(([key, value]) => settingsPatch.safeParse({ [key]: value }));
  return {
    value: patches.reduce(
      (base, patch) => (patch.success ? patched(base, patch.data) : base),
      defaultSettings,
    ),
    isWhole: patches.every(({ success }) => success),
  };
};

/** The app's settings: `settings.json` in the profile folder. No secrets. */
export class SettingsStore {
  readonly #store: JsonStore<Settings>;
  readonly #changed = createSignal<Settings>();
  readonly #oneAtATime: OneAtATime = oneAtATime();

  /** Use `openSettings`. */
  constructor(store: JsonStore<Settings>) {
    this.#store = store;
  }

  /** True when the file was broken, in whole or in part, and was renamed. */
  get wasSetAside(): boolean {
    return this.#store.wasSetAside;
  }

  get(): Settings {
    return this.#store.value;
  }

  /** Changes what the patch names. Errors: `settings.notSaved`, and then nothing has changed. */
  update(patch: SettingsPatch): Promise<Settings> {
    return this.#oneAtATime(async () => {
      const next = patched(this.get(), patch);
      await this.#store.write(next);
      this.#changed.emit(next);
      return next;
    });
  }

  /**
   * Resolves when no change asked for so far is on its way to the disk any more: `get` then says what was last chosen, or,
   * where that could not be saved, what holds instead.
   */
  async settled(): Promise<void> {
    await this.#oneAtATime(async () => undefined);
  }

  /** Told after every change. Returns the undo. */
  onChange(listener: (settings: Settings) => void): () => void {
    return this.#changed.on(listener);
  }
}

/** Opens the settings of a profile folder. Rejects with Node's error when the file is there and cannot be read. */
export const openSettings = async (
  options: Pick<JsonStoreOptions<Settings>, 'folder' | 'files' | 'write'>,
): Promise<SettingsStore> =>
  new SettingsStore(await openJsonStore({ ...options, name: 'settings', parse: parseSettings }));
