import { app, BrowserWindow } from 'electron';

const [url = ''] = process.argv.slice(2).filter((argument) => argument.startsWith('http://'));

const measure = async () => {
  const window = new BrowserWindow({ width: 900, height: 800, webPreferences: { sandbox: true } });
  await window.loadURL(url);
  const results = await window.webContents.executeJavaScript('bench()');
  process.stdout.write(`\nRESULTS ${JSON.stringify(results)}\n`);
  app.quit();
};

// Not awaited: an ES module that waits for "ready" at its top never gets it.
app
  .whenReady()
  .then(measure)
  .catch((cause) => {
    process.stderr.write(`${cause}\n`);
    app.exit(1);
  });
