import { app, BrowserWindow } from 'electron';

/** The page's address, and what is called in it. */
const [url = '', call = ''] = process.argv.slice(
  process.argv.findIndex((each) => each.startsWith('http://')),
);

const measure = async () => {
  const window = new BrowserWindow({ width: 900, height: 800, webPreferences: { sandbox: true } });
  await window.loadURL(url);
  const results = await window.webContents.executeJavaScript(call);
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
