import { type JsonStore, openJsonStore, type ParsedJson } from '../storage/json-store';

/** What is remembered of a history outside of it. */
export interface HistoryMemory {
  /** The version of the app that opened it last; null: there was no history yet. */
  readonly appVersion: string | null;
  /** When all of it was read last and found sound, in milliseconds since the epoch; 0: never. */
  readonly checkedAt: number;
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null;

const parse = (json: unknown): ParsedJson<HistoryMemory> => {
  const { appVersion = null, checkedAt = 0 } = isObject(json) ? json : {};
  const isWhole = (appVersion === null || typeof appVersion === 'string') && typeof checkedAt === 'number';
  return {
    value: {
      appVersion: typeof appVersion === 'string' ? appVersion : null,
      checkedAt: typeof checkedAt === 'number' ? checkedAt : 0,
    },
    isWhole,
  };
};

/** Opens what is remembered: `history.json` in the profile folder. */
export const openHistoryMemory = (folder: string): Promise<JsonStore<HistoryMemory>> =>
  openJsonStore<HistoryMemory>({ folder, name: 'history', parse });
