import { expect, it } from 'vitest';
import { chooseProxy, proxyConfig } from '../../../main/network/proxy-config';

const config = (proxy: string, env: Readonly<Record<string, string>> = {}, bypass = '') =>
  proxyConfig(chooseProxy(proxy, bypass, env));

it('follows the system when nothing is set', () => {
  expect(config('')).toEqual({ mode: 'system' });
});

it('lets the proxy of Settings win over the environment', () => {
  expect(config('socks5://localhost:1080', { HTTPS_PROXY: 'http://other:1', NO_PROXY: 'x' }, 'a, b')).toEqual(
    {
      mode: 'fixed_servers',
      proxyRules: 'socks5://localhost:1080',
      proxyBypassRules: 'a, b',
    },
  );
  expect(config('direct', { HTTPS_PROXY: 'http://other:1' })).toEqual({ mode: 'direct' });
});

it('respects HTTPS_PROXY, HTTP_PROXY and NO_PROXY, with what is below a name', () => {
  const env = { HTTPS_PROXY: 'http://a:1', http_proxy: 'b:2', NO_PROXY: 'localhost,.corp, 10.0.0.0/8' };
  expect(config('', env)).toEqual({
    mode: 'fixed_servers',
    proxyRules: 'https=http://a:1;http=http://b:2',
    proxyBypassRules: 'localhost,.localhost,.corp,10.0.0.0/8',
  });
});

it('keeps credentials out of the rules, which Chromium would refuse as a whole, and has them ready', () => {
  expect(config('http://me:p%40ss@proxy:3128').proxyRules).toBe('http://proxy:3128');
  const { environment } = chooseProxy('', '', { HTTPS_PROXY: 'http://me:p%40ss@proxy:3128' });
  expect([...(environment?.credentials ?? [])]).toEqual([['proxy:3128', { user: 'me', password: 'p@ss' }]]);
});

it('hands a PAC file over as it was read: Chromium reads none from the disk', () => {
  const script = 'function FindProxyForURL() { return "PROXY ü:1"; }';
  const { mode, pacScript = '' } = proxyConfig(chooseProxy('file:///etc/proxy.pac', '', {}), script);
  expect(mode).toBe('pac_script');
  expect(Buffer.from(pacScript.split(',')[1] ?? '', 'base64').toString()).toBe(script);
});
