import { describe, expect, it } from 'vitest';
import { isLoopbackHost, isPrivateHost, normaliseBaseUrl } from '../../../main/endpoints/base-url';

const reasonOf = (text: string): unknown => {
  try {
    return normaliseBaseUrl(text);
  } catch (thrown) {
    return Object(thrown).detail?.reason;
  }
};

describe('base URL', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['  https://api.openai.com/v1/ \n', 'https://api.openai.com/v1'],
    ['https://api.openai.com', 'https://api.openai.com/v1'],
    ['HTTPS://API.OpenAI.com/v1', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1/chat/completions', 'https://api.openai.com/v1'],
    ['http://localhost:11434/v1/models/', 'http://localhost:11434/v1'],
    ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1'],
    ['https://proxy.example/completions-gateway/v1//', 'https://proxy.example/completions-gateway/v1'],
    ['https://例子.测试/v1', 'https://xn--fsqu00a.xn--0zwm56d/v1'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
  ])('%j is taken as %s', (typed, expected) => {
    expect(normaliseBaseUrl(typed)).toBe(expected);
  });

  it.each([
    ['localhost:11434/v1', 'http://localhost:11434/v1'],
    ['localhost', 'http://localhost'],
    ['127.0.0.1:1234', 'http://127.0.0.1:1234'],
    ['192.168.1.20:8000/v1', 'http://192.168.1.20:8000/v1'],
    ['nas.local:8080', 'http://nas.local:8080'],
    ['gpu-box:8000/v1', 'http://gpu-box:8000/v1'],
    ['[::1]:8080/v1', 'http://[::1]:8080/v1'],
    ['api.deepseek.com', 'https://api.deepseek.com'],
    ['//api.deepseek.com/v1', 'https://api.deepseek.com/v1'],
    ['8.8.8.8/v1', 'https://8.8.8.8/v1'],
    ['172.32.0.1/v1', 'https://172.32.0.1/v1'],
  ])('%j gets the scheme it lacks: %s', (typed, expected) => {
    expect(normaliseBaseUrl(typed)).toBe(expected);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['not a url', 'notUrl'],
    ['nonsense', 'notUrl'],
    ['http://', 'notUrl'],
    ['https://exa mple.com', 'notUrl'],
    ['https://api.openai.com\u200b/v1', 'notUrl'],
    ['https:\\\\api.openai.com', 'notUrl'],
    ['https://a\nb.example', 'notUrl'],
    ['https://host:99999', 'notUrl'],
    ['ftp://example.com', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['file:/etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['ws://localhost:1234', 'scheme'],
    ['app://bundle/', 'scheme'],
    ['https://user:secret@api.openai.com/v1', 'credentials'],
    ['user@example.com/v1', 'credentials'],
    ['https://example.com/v1?key=secret', 'query'],
    ['https://example.com/v1#x', 'query'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(reasonOf(typed)).toBe(reason);
  });

  it('does not repeat a password in its error', () => {
    expect(() => normaliseBaseUrl('https://user:hunter2@example.com')).toThrow(/^(?!.*hunter2)/);
  });

  it('stays the same when it is normalised again', () => {
    for (const typed of ['localhost:1/v1/', 'https://a.example/x/chat/completions', 'api.openai.com']) {
      const once = normaliseBaseUrl(typed);
      expect(normaliseBaseUrl(once)).toBe(once);
    }
  });
});

describe('hosts', () => {
  it('takes only this computer for loopback, not a host that begins like it', () => {
    for (const host of ['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.9.9.9', '[::1]', '::1']) {
      expect(isLoopbackHost(host)).toBe(true);
    }
    const others = [
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '128.0.0.1',
      'notlocalhost',
      '10.0.0.1',
      '[::2]',
    ];
    for (const host of others) expect(isLoopbackHost(host)).toBe(false);
  });

  it('tells local networks from the internet', () => {
    for (const host of [
      '10.1.2.3',
      '172.16.0.1',
      '172.31.9.9',
      '192.168.0.1',
      '100.64.0.1',
      '[fd00::1]',
      '[fe80::1]',
    ]) {
      expect(isPrivateHost(host)).toBe(true);
    }
    const others = [
      '11.0.0.1',
      '172.15.0.1',
      '192.169.0.1',
      '100.128.0.1',
      '[2606:4700::1]',
      '10.evil.example',
      'fd.example',
    ];
    for (const host of others) expect(isPrivateHost(host)).toBe(false);
  });
});
