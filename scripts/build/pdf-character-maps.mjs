import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// From the working folder: bundled into Vite's configuration, this file does not know where it stands.
const FOLDER = path.resolve('node_modules', 'pdfjs-dist', 'cmaps');

/**
 * A Vite plugin that puts pdf.js's character maps beside the bundle: without them nothing can be read of a Chinese PDF
 * whose fonts are not embedded. They take 1.1 MB; pdf.js reads them by name when it meets such a font.
 *
 * @returns {import('vite').Plugin}
 */
export const pdfCharacterMaps = () => ({
  name: 'pdf-character-maps',
  generateBundle() {
    for (const name of readdirSync(FOLDER)) {
      const source = readFileSync(path.join(FOLDER, name));
      this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source });
    }
  },
});
