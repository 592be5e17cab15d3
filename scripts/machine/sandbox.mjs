import { existsSync, readFileSync } from 'node:fs';

/** Kernel settings that forbid an ordinary user the namespaces of Chromium's sandbox, and the value that does. */
const prohibitions = /** @type {const} */ ([
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
]);

/**
 * The switches without which Chromium refuses to start here. Installed packages bring an AppArmor profile or a setuid
 * helper instead; an unpacked Electron has neither.
 * @returns {readonly string[]}
 */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  const isRoot = process.getuid?.() === 0;
  const isForbidden = prohibitions.some(
    ([file, value]) => existsSync(file) && readFileSync(file, 'utf8').trim() === value,
  );
  if (!isRoot && !isForbidden) return [];
  console.log(
    isRoot
      ? "Running as root: Chromium's sandbox is off."
      : "This system forbids user namespaces: Chromium's sandbox is off for this unpackaged run.",
  );
  return ['--no-sandbox'];
}
