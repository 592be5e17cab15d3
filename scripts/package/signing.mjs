/**
 * What must be set for electron-builder to sign; see its pages on code signing for macOS and Windows.
 * @typedef {{ readonly what: string, readonly oneOf: readonly (readonly string[])[] }} Signature
 */

/** @type {{ readonly [Platform in 'darwin' | 'win32']: readonly Signature[] }} */
const signatures = {
  darwin: [
    { what: 'signed', oneOf: [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']] },
    {
      what: 'notarised',
      oneOf: [
        ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
        ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
        ['APPLE_KEYCHAIN_PROFILE'],
      ],
    },
  ],
  win32: [
    {
      what: 'signed',
      oneOf: [
        ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
        ['CSC_LINK', 'CSC_KEY_PASSWORD'],
      ],
    },
  ],
};

/**
 * What will not be done to the packages because the environment does not say with what. Linux packages bear no signature of
 * their own: their checksums are published beside them.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} a sentence each
 */
export function missingSignatures(platform, env) {
  if (platform !== 'darwin' && platform !== 'win32') return [];
  return signatures[platform]
    .filter(({ oneOf }) => !oneOf.some((names) => names.every((name) => env[name])))
    .map(
      ({ what, oneOf }) =>
        `NOT ${what}: set ${oneOf.map((names) => names.join(' + ')).join(', or ')} for that.`,
    );
}
