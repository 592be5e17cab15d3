import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { Failure } from '../../preload/contract/result';
import { type Settings, type SettingsPatch, settings, settingsPatch } from '../../preload/contract/settings';
import {
  type CarriedEndpoint,
  carriedEndpoint,
  MAX_CARRIED_ENDPOINTS,
  type PickedSettings,
  type SkippedSetting,
} from '../../preload/contract/settings-file';
import { checkEndpoint } from '../endpoints/endpoint-check';
import { withoutPassword } from './without-password';

/** The version of the format: docs/settings-format.md. */
const VERSION = 1;
/** Names of what is skipped are told up to this number, each up to this length in UTF-16 code units. */
const MAX_SKIPPED = 20;
const MAX_NAME = 60;

/** What a file is made from, and what one is compared with. */
export interface SettingsHere {
  readonly settings: Settings;
  /** The one in use first. */
  readonly endpoints: readonly CarriedEndpoint[];
}

type Key = keyof Settings;
type Json = Readonly<Record<string, unknown>>;

/** What was done last is no setting. */
const isCarried = (name: string): name is Key =>
  Object.hasOwn(settings.shape, name) && name !== 'recentCommands';

const isOfThisComputer = (proxy: string): boolean => proxy.startsWith('pac+file:');

const plainEndpoint = ({ kind, baseUrl, apiVersion }: CarriedEndpoint): CarriedEndpoint => ({
  kind,
  baseUrl,
  apiVersion,
});

/** The text of a file of settings. Secrets are none of its parts; nor is a PAC file by its place on this computer. */
export const settingsFileText = ({ settings: all, endpoints }: SettingsHere, now: Date): string => {
  const carried = Object.entries(all).filter(
    ([name, value]) => isCarried(name) && !(name === 'proxy' && isOfThisComputer(String(value))),
  );
  const file = {
    parlance: VERSION,
    kind: 'settings',
    exportedAt: now.getTime(),
    settings: Object.fromEntries(carried),
    endpoints: endpoints.map(plainEndpoint),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};

const outline = z.object({ parlance: z.int().check(z.gte(1)), kind: z.literal('settings') });
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Errors: `settings.unknownFile`, `settings.newerFile`. */
const parseFile = (text: string): Json => {
  const unknown = new Failure('settings.unknownFile', 'not a file of settings');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw unknown;
  }
  const parsed = outline.safeParse(json);
  if (!parsed.success || !isObject(json)) throw unknown;
  if (parsed.data.parlance > VERSION)
    throw new Failure('settings.newerFile', 'a newer version of the format');
  return json;
};

/** What a value of the file becomes here. Names stand for the same thing on both sides: the file's takes the place of ours. */
const merged = (name: Key, value: unknown, here: Settings): unknown => {
  if (name === 'modelFacts' && isObject(value)) return { ...here.modelFacts, ...value };
  if (name !== 'presets' || !Array.isArray(value)) return value;
  const names = new Set(value.map((preset: unknown) => (isObject(preset) ? preset.name : undefined)));
  return [...here.presets.filter((preset) => !names.has(preset.name)), ...value];
};

/** The setting alone, as it would be here; null: it cannot be. */
const patchOf = (name: Key, value: unknown, here: Settings): SettingsPatch | null => {
  const parsed = settingsPatch.safeParse({ [name]: merged(name, value, here) });
  if (!parsed.success) return null;
  try {
    return withoutPassword(parsed.data);
  } catch {
    return null;
  }
};

const endpointOf = (value: unknown): CarriedEndpoint | null => {
  const parsed = carriedEndpoint.safeParse(value);
  if (!parsed.success) return null;
  try {
    return checkEndpoint({ ...parsed.data, id: null, apiKey: null }).endpoint;
  } catch {
    return null;
  }
};

class Skipped {
  readonly first: SkippedSetting[] = [];
  more = 0;

  add(name: string, why: SkippedSetting['why']): void {
    if (this.first.length === MAX_SKIPPED) this.more += 1;
    else this.first.push({ name: name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name, why });
  }
}

const readSettings = (found: Json, here: Settings, skipped: Skipped): SettingsPatch => {
  let all: SettingsPatch = {};
  for (const [name, value] of Object.entries(found)) {
    const patch = isCarried(name) ? patchOf(name, value, here) : null;
    if (!isCarried(name)) skipped.add(name, 'unknown');
    else if (patch === null) skipped.add(name, 'invalid');
    else if (!isDeepStrictEqual(patch[name], here[name])) all = { ...all, ...patch };
  }
  return all;
};

const readEndpoints = (
  found: readonly unknown[],
  here: readonly CarriedEndpoint[],
  skipped: Skipped,
): readonly CarriedEndpoint[] => {
  const known = here.map(plainEndpoint);
  const added: CarriedEndpoint[] = [];
  for (const [at, value] of found.entries()) {
    const endpoint = added.length < MAX_CARRIED_ENDPOINTS ? endpointOf(value) : null;
    if (endpoint === null) skipped.add(`endpoints[${at}]`, 'invalid');
    else if (![...known, ...added].some((other) => isDeepStrictEqual(other, endpoint))) added.push(endpoint);
  }
  return added;
};

const OUTLINE: ReadonlySet<string> = new Set(['parlance', 'kind', 'exportedAt', 'settings', 'endpoints']);

/**
 * What a file of settings would change here. What it does not know, and what cannot be, is told and skipped.
 * Errors: `settings.unknownFile`, `settings.newerFile`.
 */
export const readSettingsFile = (text: string, here: SettingsHere): Omit<PickedSettings, 'file'> => {
  const json = parseFile(text);
  const skipped = new Skipped();
  for (const name of Object.keys(json)) if (!OUTLINE.has(name)) skipped.add(name, 'unknown');
  const { settings: found = {}, endpoints: servers = [] } = json;
  if (!isObject(found)) skipped.add('settings', 'invalid');
  if (!Array.isArray(servers)) skipped.add('endpoints', 'invalid');
  return {
    settings: readSettings(isObject(found) ? found : {}, here.settings, skipped),
    endpoints: readEndpoints(Array.isArray(servers) ? servers : [], here.endpoints, skipped),
    skipped: skipped.first,
    skippedMore: skipped.more,
  };
};
