import { expect, it } from 'vitest';
import { parseProxy, proxyText } from '../../../main/network/proxy-setting';

const read = (typed: string) => {
  const { setting, credentials } = parseProxy(typed);
  return [proxyText(setting), credentials];
};

it.each([
  ['', ''],
  [' DIRECT ', 'direct'],
  ['proxy:3128', 'http://proxy:3128'],
  ['http://proxy', 'http://proxy:80'],
  ['https://proxy', 'https://proxy:443'],
  ['socks5h://proxy', 'socks5://proxy:1080'],
  ['socks://[::1]:9', 'socks5://[::1]:9'],
  ['http://proxy:3128/', 'http://proxy:3128'],
  ['pac+https://example.com/proxy', 'pac+https://example.com/proxy'],
  ['http://example.com/wpad.dat', 'pac+http://example.com/wpad.dat'],
  ['/etc/proxy.pac', 'pac+file:///etc/proxy.pac'],
])('writes %j in the one form that is stored', (typed, text) => {
  expect(read(typed)).toEqual([text, null]);
  expect(read(text)).toEqual([text, null]);
});

it('takes name and password out of the URL, spelled as they are', () => {
  expect(read('http://me:p%40s%3As@proxy:1')).toEqual(['http://proxy:1', { user: 'me', password: 'p@s:s' }]);
  expect(read('socks5://me@proxy')).toEqual(['socks5://proxy:1080', { user: 'me', password: '' }]);
  expect(read('socks5://100%:x@proxy')).toEqual(['socks5://proxy:1080', { user: '100%', password: 'x' }]);
});

it.each([
  ['not a proxy', 'notUrl'],
  ['http://', 'notUrl'],
  ['ftp://proxy:1', 'scheme'],
  ['pac+ftp://proxy/x', 'scheme'],
  ['socks5://proxy:1080/path', 'path'],
])('refuses %j: to go past a proxy that was meant would be worse', (typed, reason) => {
  expect(() => parseProxy(typed)).toThrow(
    expect.objectContaining({ code: 'network.invalidProxy', detail: { reason } }),
  );
});
