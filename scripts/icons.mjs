import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { icns, icnsSizes } from './icons/icns.mjs';
import { ico } from './icons/ico.mjs';
import { projectRoot } from './lib/paths.mjs';
import { read } from './lib/run.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { withDisplay } from './machine/display.mjs';
import { sandboxSwitches } from './machine/sandbox.mjs';
import { resolveElectron } from './runtime/electron-runtime.mjs';

const build = path.join(projectRoot, 'build');
const pngSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 96, 128, 256];
/** For ordinary and for high-density screens. */
const traySizes = [16, 32];
/** Apple's grid for app icons leaves more air around the shape (824 of 1024) than our drawing does (464 of 512). */
const MAC_SCALE = 824 / 1024 / (464 / 512);

/**
 * Draws an SVG file of build/ with Chromium.
 * @param {string} name
 * @param {readonly { readonly size: number, readonly scale: number }[]} wanted
 * @returns {Promise<readonly import('./icons/ico.mjs').Picture[]>}
 */
async function draw(name, wanted) {
  const electron = await resolveElectron();
  const work = await mkdtemp(path.join(os.tmpdir(), 'parlance-icons-'));
  const outcome = path.join(work, 'drawn.json');
  const program = path.join(import.meta.dirname, 'icons/app');
  const svg = path.join(build, name);
  const args = [...sandboxSwitches(), program, svg, outcome, JSON.stringify(wanted)];
  try {
    const { code, stderr } = await withDisplay((env) => read(electron, args, { env }));
    if (code !== 0) throw new Stop(`Nothing was drawn: ${stderr}`);
    /** @type {readonly { readonly png: string, readonly rgba: string }[]} */
    const pictures = JSON.parse(await readFile(outcome, 'utf8'));
    return pictures.map(({ png, rgba }, index) => ({
      size: wanted[index]?.size ?? 0,
      png: Buffer.from(png, 'base64'),
      rgba: Buffer.from(rgba, 'base64'),
    }));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  const sizes = [...new Set([...pngSizes, ...icoSizes])];
  const pictures = await draw(
    'icon.svg',
    sizes.map((size) => ({ size, scale: 1 })),
  );
  const macPictures = await draw(
    'icon.svg',
    icnsSizes.map((size) => ({ size, scale: MAC_SCALE })),
  );
  await mkdir(path.join(build, 'icons'), { recursive: true });
  for (const { size, png } of pictures.filter(({ size }) => pngSizes.includes(size)))
    await writeFile(path.join(build, `icons/${size}x${size}.png`), png);
  await writeFile(path.join(build, 'icon.ico'), ico(pictures.filter(({ size }) => icoSizes.includes(size))));
  await writeFile(path.join(build, 'icon.icns'), icns(macPictures));
  for (const name of ['template', 'unread'])
    for (const { size, png } of await draw(
      `tray/${name}.svg`,
      traySizes.map((size) => ({ size, scale: 1 })),
    ))
      await writeFile(path.join(build, `tray/${name}-${size}.png`), png);
  return 0;
});
