import type { GenerationParams } from '../../preload/contract/parameters';
import type { Preset } from '../../preload/contract/presets';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, inner]) => [name, sorted(inner)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
};

/** True when both would make the same request, whatever the order they were set in. */
export const sameParams = (one: GenerationParams, other: GenerationParams): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** The presets without one. */
export const withoutPreset = (presets: readonly Preset[], name: string): readonly Preset[] =>
  presets.filter((preset) => preset.name !== name);

/** The presets with one more, in place of the one that had its name; in the order of their names. */
export const withPreset = (presets: readonly Preset[], preset: Preset): readonly Preset[] =>
  [...withoutPreset(presets, preset.name), preset].sort((one, other) => one.name.localeCompare(other.name));

/** The presets with one under another name; a name that is taken changes nothing. */
export const renamedPreset = (presets: readonly Preset[], from: string, to: string): readonly Preset[] => {
  const preset = presets.find(({ name }) => name === from);
  if (preset === undefined || presets.some(({ name }) => name === to)) return presets;
  return withPreset(withoutPreset(presets, from), { ...preset, name: to });
};
