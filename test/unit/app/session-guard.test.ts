import { expect, it } from 'vitest';
import { APP_ORIGIN, pageOrigin } from '../../../main/app/origin';
import { mayLoad } from '../../../main/app/session-guard';

it.each(['app://parlance/index.html', 'data:image/png;base64,AA', 'blob:app://parlance/1'])(
  'lets the page load what is its own: %s',
  (url) => expect(mayLoad(url, APP_ORIGIN)).toBe(true),
);

it.each([
  'https://example.org/',
  'http://127.0.0.1:8080/beacon.png',
  'ws://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://parlance.evil.org/x',
  'ftp://example.org/',
  'nonsense',
])('gives the page no network and no disk: %s', (url) => expect(mayLoad(url, APP_ORIGIN)).toBe(false));

it('allows the development server and its socket only in development', () => {
  const origin = pageOrigin(false, 'http://localhost:5173/index.html');
  expect(mayLoad('http://localhost:5173/main.tsx', origin)).toBe(true);
  expect(mayLoad('ws://localhost:5173/', origin)).toBe(true);
  expect(mayLoad('http://localhost:5174/main.tsx', origin)).toBe(false);
});

it('ignores a development server in a packaged app', () => {
  expect(pageOrigin(true, 'http://localhost:5173')).toBe(APP_ORIGIN);
});
