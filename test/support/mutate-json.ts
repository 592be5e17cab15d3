import fc from 'fast-check';

/** One change of a JSON value: where (counted over all its places), what is done there, and with what. */
export interface Mutation {
  readonly place: number;
  readonly kind: 'replace' | 'remove' | 'repeat' | 'copy' | 'add';
  /** The place whose value is copied. */
  readonly from: number;
  readonly junk: unknown;
}

const LONE_SURROGATE = '\ud800';

/** What JSON can say and no value here can hold, or not be written again: put into the text in the place of these names. */
const written: Readonly<Record<string, string>> = {
  '@prototype': '{"__proto__":{"role":"user"},"constructor":{"prototype":1},"toString":2,"length":-1}',
  '@deepList': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  '@deepObject': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  '@twice': '{"id":"m1","id":"m2","role":"user","role":"assistant"}',
  '@huge': '1e999999',
  '@noNumber': 'NaN',
  '@cut': '{"id":',
};

/** What no app writes. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1e300,
    true,
    [],
    {},
    [null],
    '\0',
    LONE_SURROGATE,
    '\u202egnp.exe',
    '__proto__',
    'constructor',
    'a'.repeat(100_000),
    '../../etc/passwd',
    'data:image/png;base64,AAAA',
    'data:;base64,',
  ),
  fc.constantFrom(...Object.keys(written)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Random mutations. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom('replace', 'remove', 'repeat', 'copy', 'add'),
  from: fc.nat(),
  junk,
});

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

const isHolder = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null;

/** Deeper is what a mutation put there. */
const MAX_DEPTH = 30;

const placesIn = (value: unknown, depth = 0): readonly Place[] => {
  if (!isHolder(value) || depth > MAX_DEPTH) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [
    { holder: value, key },
    ...placesIn((value as Record<string | number, unknown>)[key], depth + 1),
  ]);
};

const valueAt = ({ holder, key }: Place): unknown => (holder as Record<string | number, unknown>)[key];

const set = ({ holder, key }: Place, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

const apply = (root: unknown, { place, kind, from, junk: given }: Mutation): void => {
  // Its own: a later mutation may reach into it, and what is put in twice could end up in itself.
  const junk: unknown = structuredClone(given);
  const places = placesIn(root);
  const [at, source] = [places[place % places.length], places[from % places.length]];
  if (at === undefined || source === undefined) return;
  const copied = valueAt(source);
  if (kind === 'replace') set(at, junk);
  else if (kind === 'remove') Reflect.deleteProperty(at.holder, at.key);
  // Not a value into itself: JSON has no cycles. Ids and parents are texts.
  else if (kind === 'copy') set(at, isHolder(copied) ? junk : copied);
  else if (Array.isArray(at.holder)) at.holder.push(kind === 'repeat' ? structuredClone(valueAt(at)) : junk);
  else set({ holder: at.holder, key: '__proto__' }, junk);
};

/** JSON of a copy of `value` after these mutations: some of them leave no JSON. */
export const mutatedJson = (value: unknown, mutations: readonly Mutation[]): string => {
  const copy: unknown = structuredClone(value);
  for (const each of mutations) apply(copy, each);
  return JSON.stringify(copy).replace(/"(@\w+)"/g, (text, name: string) => written[name] ?? text);
};
