import { describe, expect, it } from 'vitest';
import { openProxyWay, type ProxySettings } from '../../../main/network/proxy-way';

const SETTINGS: ProxySettings = { proxy: '', proxyUser: 'me', proxyBypass: '' };

/** What the proxies at these places are told on a way, of which the vault has a password for all. */
const toldTo = async (
  places: readonly { readonly host: string; readonly port: number }[],
  proxy: string,
  env: Readonly<Record<string, string>> = {},
) => {
  const way = await openProxyWay(
    { ...SETTINGS, proxy },
    { env, loadPac: async () => 'function FindProxyForURL() {}', password: async () => 'stored' },
  );
  return Promise.all(places.map((place) => way.logIn(place)));
};

const OWN = { host: 'proxy.example', port: 3128 };
const STORED = { user: 'me', password: 'stored' };

describe('a password for a proxy', () => {
  it('goes to the one of Settings alone: not to another host, nor to another port of the same', async () => {
    const others = [
      { ...OWN, host: 'evil.example' },
      { ...OWN, port: 3129 },
      { ...OWN, host: 'proxy.example.evil.example' },
    ];
    expect(await toldTo([OWN, ...others], 'http://proxy.example:3128')).toEqual([STORED, null, null, null]);
  });

  it('finds an IPv6 address with and without its brackets', async () => {
    const places = ['::1', '[::1]', '::2'].map((host) => ({ host, port: 3128 }));
    expect(await toldTo(places, 'http://[::1]:3128')).toEqual([STORED, STORED, null]);
  });

  it('of the environment goes to the proxy whose URL it stood in', async () => {
    const env = {
      HTTPS_PROXY: 'http://a:1@one.example:1080',
      HTTP_PROXY: 'http://b:2@two.example:1080',
    };
    const places = ['one.example', 'two.example'].map((host) => ({ host, port: 1080 }));
    expect(await toldTo(places, '', env)).toEqual([
      { user: 'a', password: '1' },
      { user: 'b', password: '2' },
    ]);
  });

  it('goes wherever a PAC file leads: only the file knows which proxies are meant', async () => {
    expect(await toldTo([OWN], 'http://files.example/proxy.pac')).toEqual([STORED]);
  });

  it('goes to the relay, and no further, where Chromium cannot tell a SOCKS proxy itself', async () => {
    const way = await openProxyWay(
      { ...SETTINGS, proxy: 'socks5://proxy.example:1080' },
      { env: {}, loadPac: async () => '', password: async () => 'stored' },
    );
    const [, port = ''] = /^http:\/\/127\.0\.0\.1:(\d+)$/.exec(way.config.proxyRules ?? '') ?? [];
    const relay = await way.logIn({ host: '127.0.0.1', port: Number(port) });
    expect(relay?.password).toBeTypeOf('string');
    expect(relay).not.toEqual(STORED);
    expect(await way.logIn({ host: '127.0.0.1', port: Number(port) + 1 })).toBeNull();
    expect(await way.logIn({ host: 'proxy.example', port: 1080 })).toBeNull();
    way.close();
  });
});
