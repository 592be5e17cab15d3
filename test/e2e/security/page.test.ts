import { expect } from '@playwright/test';
import { test } from '../support/fixtures';
import { listenForVisitors } from '../support/visitors';

test('the page has no Node and no door but the bridge', async ({ launch }) => {
  const { page, app } = await launch();
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(
      (name) => name in globalThis,
    ),
    bridge: Object.keys((globalThis as unknown as { parlance: object }).parlance).sort(),
    origin: location.origin,
  }));
  expect(found).toEqual({ node: [], bridge: ['offerFiles', 'on', 'request'], origin: 'app://parlance' });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Not in Electron's types, but the one way to read what a window really runs with.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the page is served with a policy that allows nothing by default and no connection', async ({
  launch,
}) => {
  const { page } = await launch();
  const response = await page.reload();
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("connect-src 'none'");
  expect(headers['content-security-policy']).not.toMatch(/unsafe-(inline|eval)|\*/);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

/** Ways out of a page. Each is tried by itself, against a server that would notice. */
const waysOut = [
  'fetch',
  'no-cors fetch',
  'import',
  'image',
  'script',
  'stylesheet',
  'socket',
  'events',
  'beacon',
  'prefetch',
  'preconnect',
  'frame',
] as const;

/** Runs in the page. Answers `refused` when the way is closed, `silent` for ways that never tell. */
const tryWayOut = async ([way, host]: readonly [(typeof waysOut)[number], string]): Promise<string> => {
  const url = `http://${host}/${way}`;
  const told = (run: () => Promise<unknown>) =>
    run().then(
      () => 'loaded',
      () => 'refused',
    );
  const heard = (target: EventTarget, good: string) =>
    new Promise<string>((resolve) => {
      target.addEventListener(good, () => resolve('loaded'));
      target.addEventListener('error', () => resolve('refused'));
    });
  const element = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    document.body.append(made);
    return made;
  };
  switch (way) {
    case 'fetch':
      return told(() => fetch(url));
    case 'no-cors fetch':
      return told(() => fetch(url, { mode: 'no-cors' }));
    case 'import':
      return told(() => import(/* @vite-ignore */ url));
    case 'image':
      return heard(element('img', { src: url }), 'load');
    case 'script':
      return heard(element('script', { src: url }), 'load');
    case 'stylesheet':
      return heard(element('link', { rel: 'stylesheet', href: url }), 'load');
    case 'socket':
      return heard(new WebSocket(url.replace('http', 'ws')), 'open');
    case 'events':
      return heard(new EventSource(url), 'open');
    case 'beacon':
      navigator.sendBeacon(url, 'x');
      return 'silent';
    case 'frame':
      element('iframe', { src: url });
      return 'silent';
    default:
      element('link', { rel: way, href: url });
      return 'silent';
  }
};

test('the page reaches no server by any way out of a page', async ({ launch }) => {
  const visitors = await listenForVisitors();
  const { page } = await launch();
  for (const way of waysOut) {
    const outcome = await page.evaluate(tryWayOut, [way, visitors.host] as const);
    expect(outcome, way).toMatch(/refused|silent/);
  }
  // The silent ways are given two frames to be carried out.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(visitors.visits).toEqual([]);
  visitors.close();
});

test('the request filter alone keeps the page off the network, should the policy ever fail', async ({
  launch,
}) => {
  const visitors = await listenForVisitors();
  const { app } = await launch();
  const outcome = await app.evaluate(async ({ session }, host) => {
    const answer = session.defaultSession.fetch(`http://${host}/session`);
    return answer.then(
      () => 'loaded',
      () => 'refused',
    );
  }, visitors.host);
  expect(outcome).toBe('refused');
  expect(visitors.visits).toEqual([]);
  visitors.close();
});

test('app:// serves nothing outside the page folder', async ({ launch }) => {
  const { app } = await launch();
  const statuses = await app.evaluate(async ({ session }) => {
    const urls = [
      'app://parlance/index.html',
      'app://parlance/..%2f..%2fpackage.json',
      'app://parlance/../../package.json',
      'app://elsewhere/index.html',
    ];
    const { defaultSession } = session;
    return Promise.all(
      urls.map((url) =>
        defaultSession.fetch(url).then(
          (answer) => answer.status,
          (refused: Error) => refused.message,
        ),
      ),
    );
  });
  const notFound = 'net::ERR_FILE_NOT_FOUND';
  expect(statuses).toEqual([200, notFound, notFound, notFound]);
});

test('nothing moves the window away, opens another one or holds a webview', async ({ launch }) => {
  const { page, app } = await launch();
  const before = page.url();
  const opened = await page.evaluate(async () => {
    const click = (attributes: Record<string, string>) => {
      const link = document.createElement('a');
      for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
      document.body.append(link);
      link.click();
    };
    click({ href: 'https://example.org/plain' });
    click({ href: 'https://example.org/blank', target: '_blank' });
    click({ href: 'javascript:document.title="moved"' });
    click({ href: 'file:///etc/passwd' });
    const form = document.createElement('form');
    form.action = 'https://example.org/form';
    document.body.append(form);
    form.submit();
    document.body.append(document.createElement('webview'));
    const popup = window.open('https://example.org/popup');
    location.assign('https://example.org/assign');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return popup === null ? 'none' : 'popup';
  });
  expect(opened).toBe('none');
  expect(page.url()).toBe(before);
  expect(await page.title()).not.toBe('moved');
  const contents = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  expect(contents).toBe(1);
});

test('every permission is denied but writing to the clipboard', async ({ launch }) => {
  const { page, app } = await launch();
  const asked = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        (value) => (typeof value === 'string' ? value : 'granted'),
        () => 'refused',
      );
    const position = new Promise((resolve, reject) =>
      navigator.geolocation.getCurrentPosition(resolve, reject),
    );
    return Promise.all([
      outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      outcome(position),
      outcome(Notification.requestPermission()),
      outcome(navigator.clipboard.readText()),
    ]);
  });
  expect(asked).toEqual(['refused', 'refused', 'denied', 'refused']);
  await page.bringToFront();
  await page.evaluate(() => navigator.clipboard.writeText('from the page'));
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('from the page');
});
