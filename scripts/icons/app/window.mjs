import { readFile, writeFile } from 'node:fs/promises';
import { app, BrowserWindow } from 'electron';

/**
 * Runs in the page: draws the picture at each size, always from the vectors, never from a larger picture.
 * @param {string} svg
 * @param {readonly { readonly size: number, readonly scale: number }[]} wanted
 */
async function drawAll(svg, wanted) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  return wanted.map(({ size, scale }) => {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const drawn = size * scale;
    const margin = (size - drawn) / 2;
    const context = canvas.getContext('2d');
    context?.drawImage(image, margin, margin, drawn, drawn);
    const rgba = context?.getImageData(0, 0, size, size).data ?? [];
    return {
      png: canvas.toDataURL('image/png').split(',')[1],
      // As text, since arrays of numbers are slow to hand over.
      rgba: btoa(Array.from(rgba, (byte) => String.fromCharCode(byte)).join('')),
    };
  });
}

const run = async () => {
  const [file = '', outcome = '', wanted = '[]'] = process.argv.slice(-3);
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,');
  const svg = JSON.stringify(await readFile(file, 'utf8'));
  const drawn = await window.webContents.executeJavaScript(`(${drawAll})(${svg}, ${wanted})`);
  // To a file: a pipe may not be empty yet when the app ends.
  await writeFile(outcome, JSON.stringify(drawn));
  app.quit();
};

// Not awaited: an ES module that waits for "ready" at its top never gets it.
app
  .whenReady()
  .then(run)
  .catch((cause) => {
    process.stderr.write(`${cause}\n`);
    app.exit(1);
  });
