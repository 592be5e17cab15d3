import { ensureLibsql } from './platform-binaries.mjs';

/** electron-builder's own numbering (builder-util's `Arch`), which it hands to hooks. */
const archNames = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/**
 * electron-builder calls this before it packs an app for one platform and architecture.
 * @param {{ readonly electronPlatformName: string, readonly arch: number }} context
 */
export default ({ electronPlatformName, arch }) => ensureLibsql(electronPlatformName, archNames[arch] ?? '');
