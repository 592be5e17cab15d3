import { chmod, copyFile, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../../lib/paths.mjs';
import { read } from '../../lib/run.mjs';
import { Stop } from '../../lib/stop.mjs';
import { copyDistribution, electronVersion } from '../../runtime/distribution.mjs';
import { resolveElectron } from '../../runtime/electron-runtime.mjs';

const STEP_LIMIT_MS = 280_000;
/** The version that updates begin from: there is no earlier release to take. */
export const FORMER_VERSION = '0.0.9';
/** Where electron-builder looks for the payload of an AppImage. */
const RUNTIME_LENGTH = 4096;
/** How much of what was printed a failure shows, in characters. */
const LAST_WORDS = 4000;

/**
 * Lays out what electron-builder otherwise downloads to make AppImages.
 * @param {string} folder
 */
async function layOutAppImageTools(folder) {
  await mkdir(path.join(folder, 'runtimes'), { recursive: true });
  await mkdir(path.join(folder, 'lib/x64'), { recursive: true });
  await symlink('/usr/bin/desktop-file-validate', path.join(folder, 'desktop-file-validate'));
  // The fastest compression: these packages are thrown away.
  const fast = '#!/bin/sh\nexec /usr/bin/mksquashfs "$@" -Xcompression-level 1\n';
  await writeFile(path.join(folder, 'mksquashfs'), fast);
  await chmod(path.join(folder, 'mksquashfs'), 0o755);
  const runtime = path.join(folder, 'runtimes/runtime-x64');
  await copyFile(path.join(import.meta.dirname, 'appimage-runtime.sh'), runtime);
  await truncate(runtime, RUNTIME_LENGTH);
}

/**
 * Packages the app.
 * @param {readonly string[]} args electron-builder's
 * @param {string} output @param {NodeJS.ProcessEnv} env
 * @throws {Stop} with what was printed
 */
async function dist(args, output, env) {
  const script = path.join(projectRoot, 'scripts/dist.mjs');
  const all = [script, ...args, `-c.directories.output=${output}`];
  const { code, stdout, stderr } = await read(process.execPath, all, { env, timeoutMs: STEP_LIMIT_MS });
  if (code !== 0)
    throw new Stop(
      `The app could not be packaged:\n${stdout.slice(-LAST_WORDS)}\n${stderr.slice(-LAST_WORDS)}`,
    );
}

/**
 * Makes what the packaged tests install: on Linux this version as deb, rpm, tar.gz, AppImage and unpacked, and the former one
 * as deb, rpm and AppImage; elsewhere this version unpacked.
 * @param {string} folder where to: `now` and `former` in it
 * @param {string} updateUrl where the packaged apps look for updates
 */
export async function buildPackages(folder, updateUrl) {
  const now = path.join(folder, 'now');
  const env = { ...process.env, UPDATE_URL: updateUrl };
  if (process.platform !== 'linux') return dist(['--dir'], now, env);
  const tools = path.join(folder, 'tools');
  await layOutAppImageTools(tools);
  const linuxEnv = {
    ...env,
    CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.mjs'),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
    APPIMAGE_TOOLS_PATH: tools,
  };
  const args = ['--x64', '-c.deb.compression=zst'];
  await dist(['--linux', 'deb', 'rpm', 'tar.gz', 'AppImage', ...args], now, linuxEnv);
  const former = ['--linux', 'deb', 'rpm', 'AppImage', ...args, `-c.extraMetadata.version=${FORMER_VERSION}`];
  await dist(former, path.join(folder, 'former'), linuxEnv);
}

/**
 * Packs the app for Linux on arm64, unpacked, around the Electron of this machine: all but the runtime is as in a release.
 * @param {string} folder where to
 */
export async function packForArm64(folder) {
  const electron = await resolveElectron();
  const runtime = path.join(folder, 'runtime');
  await copyDistribution(electron, runtime);
  const switches = [`-c.electronDist=${runtime}`, `-c.electronVersion=${await electronVersion(electron)}`];
  await dist(['--linux', 'dir', '--arm64', ...switches], path.join(folder, 'arm64'), process.env);
}
