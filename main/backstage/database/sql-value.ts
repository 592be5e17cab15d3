/** What may be bound to a parameter. */
export type SqlValue = string | number | boolean | Date | Uint8Array | null | undefined;

type NativeValue = string | number | Buffer | null;

const numberOf = (value: number): number => {
  if (!Number.isFinite(value)) throw new TypeError('A number bound to SQL must be finite');
  return value;
};

const textOf = (value: string): string => {
  if (value.includes('\0')) throw new TypeError('Text bound to SQL must hold no NUL: libsql would cut it');
  return value;
};

/**
 * Maps one parameter to what libsql binds safely: booleans to 0 or 1, dates to milliseconds, undefined to NULL.
 * Checked at run time as well, because libsql 0.5 aborts the whole process on a value that it does not know.
 * Throws a TypeError for anything else, for numbers that are not finite and for text with a NUL.
 */
export const toNative = (value: SqlValue): NativeValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return numberOf(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return numberOf(value.getTime());
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError('Only text, numbers, booleans, dates, bytes and null can be bound to SQL');
};
