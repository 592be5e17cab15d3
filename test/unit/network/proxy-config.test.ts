import { expect, it } from 'vitest';
import { proxyConfig } from '../../../main/network/proxy-config';

it('follows the system when nothing is set', () => {
  expect(proxyConfig('', {})).toEqual({ mode: 'system' });
});

it('lets the proxy of Settings win over the environment', () => {
  expect(proxyConfig('socks5://localhost:1080', { HTTPS_PROXY: 'http://other:1' })).toEqual({
    mode: 'fixed_servers',
    proxyRules: 'socks5://localhost:1080',
  });
});

it('respects HTTPS_PROXY, HTTP_PROXY and NO_PROXY', () => {
  const env = { HTTPS_PROXY: 'http://a:1', http_proxy: 'b:2', NO_PROXY: 'localhost,.corp' };
  expect(proxyConfig('', env)).toEqual({
    mode: 'fixed_servers',
    proxyRules: 'https=http://a:1;http=http://b:2',
    proxyBypassRules: 'localhost,.corp',
  });
});

it('keeps credentials out of the rules, which Chromium would refuse as a whole', () => {
  expect(proxyConfig('http://me:p%40ss@proxy:3128', {}).proxyRules).toBe('http://proxy:3128');
});
