import * as z from 'zod/mini';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/), z.maxLength(100_000));
const powerOfTwo = (min: number, max: number) =>
  z.int().check(
    z.gte(min),
    z.lte(max),
    z.refine((value) => Number.isInteger(Math.log2(value))),
  );

const sealedText = { nonce: base64, data: base64, tag: base64 };

const wrappedSecret = z.discriminatedUnion('method', [
  z.object({ method: z.literal('os'), data: base64 }),
  z.object({ method: z.literal('passphrase'), ...sealedText }),
]);

// The upper bounds keep a doctored file from asking scrypt for all the memory there is.
const passphraseRecord = z.object({
  salt: base64,
  N: powerOfTwo(2 ** 10, 2 ** 20),
  r: z.int().check(z.gte(1), z.lte(16)),
  p: z.int().check(z.gte(1), z.lte(4)),
  check: z.object(sealedText),
});

const storedApiKey = z.object({
  origin: z.string().check(z.maxLength(2000)),
  lastFour: z.nullable(z.string().check(z.maxLength(4))),
  wrapped: wrappedSecret,
});

const secrets = {
  passphrase: z.nullable(passphraseRecord),
  historyKey: z.nullable(wrappedSecret),
  apiKeys: z.record(z.string(), storedApiKey),
};

/** `vault.json`: ciphertext and what is needed to decrypt it with the keychain or the passphrase. */
export const vaultState = z.object({
  version: z.literal(1),
  ...secrets,
  /** What was given up for something new. Kept for good: a found passphrase or keychain makes it useful again. */
  retired: z.array(z.object({ retiredAt: z.string().check(z.maxLength(40)), ...secrets })),
});

/** `vault.json`. */
export type VaultState = Readonly<z.infer<typeof vaultState>>;
/** A secret under the keychain or the passphrase. */
export type WrappedSecret = Readonly<z.infer<typeof wrappedSecret>>;
/** An API key at rest, bound to the origin it was typed for. */
export type StoredApiKey = Readonly<z.infer<typeof storedApiKey>>;

/** A vault with nothing in it. */
export const EMPTY_VAULT: VaultState = {
  version: 1,
  passphrase: null,
  historyKey: null,
  apiKeys: {},
  retired: [],
};

const omit = (apiKeys: VaultState['apiKeys'], endpointId: string): VaultState['apiKeys'] =>
  Object.fromEntries(Object.entries(apiKeys).filter(([id]) => id !== endpointId));

/** The list of what was given up, with some of the present secrets added to it. */
export const retire = (
  { passphrase, retired }: VaultState,
  { historyKey, apiKeys = {} }: Pick<VaultState, 'historyKey'> & Partial<Pick<VaultState, 'apiKeys'>>,
): VaultState['retired'] => [
  ...retired,
  { retiredAt: new Date().toISOString(), passphrase, historyKey, apiKeys },
];

/** The state without any trace of an endpoint's API key. */
export const withoutApiKey = (state: VaultState, endpointId: string): VaultState => ({
  ...state,
  apiKeys: omit(state.apiKeys, endpointId),
  retired: state.retired.map((entry) => ({ ...entry, apiKeys: omit(entry.apiKeys, endpointId) })),
});
