import { expect, it } from 'vitest';
import { proxyConfig, proxyCredentials } from '../../../main/network/proxy-config';

it('follows the system when nothing is set', () => {
  expect(proxyConfig('', {})).toEqual({ config: { mode: 'system' }, url: '' });
});

it('lets the proxy of Settings win over the environment', () => {
  const { config } = proxyConfig('socks5://localhost:1080', { HTTPS_PROXY: 'http://other:1' });
  expect(config).toEqual({ mode: 'fixed_servers', proxyRules: 'socks5://localhost:1080' });
});

it('respects HTTPS_PROXY, HTTP_PROXY and NO_PROXY', () => {
  const env = { HTTPS_PROXY: 'http://a:1', http_proxy: 'b:2', NO_PROXY: 'localhost,.corp' };
  expect(proxyConfig('', env).config).toEqual({
    mode: 'fixed_servers',
    proxyRules: 'https=http://a:1;http=http://b:2',
    proxyBypassRules: 'localhost,.corp',
  });
});

it('keeps credentials out of the rules, which Chromium would refuse, and decodes them for the proxy', () => {
  const { config, url } = proxyConfig('http://me:p%40ss@proxy:3128', {});
  expect(config.proxyRules).toBe('http://proxy:3128');
  expect(proxyCredentials(url)).toEqual({ username: 'me', password: 'p@ss' });
});

it('answers no proxy question without credentials', () => {
  expect(proxyCredentials('http://proxy:3128')).toBeNull();
  expect(proxyCredentials('')).toBeNull();
});
