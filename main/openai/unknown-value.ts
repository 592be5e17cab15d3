/** A JSON object whose fields are not known yet. */
export type UnknownRecord = Readonly<Record<string, unknown>>;

/** True for a plain object, false for arrays and null. */
export const isRecord = (value: unknown): value is UnknownRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field `name` of an object; undefined for everything that is not one. */
export const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** The value if it is a text that is not empty, else null. */
export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The items of an array; nothing for everything else. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
