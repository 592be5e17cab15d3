import { describe, expect, it } from 'vitest';
import type { EndpointInput } from '../../../preload/contract/endpoints';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { openTestRegistry } from '../../support/open-test-registry';
import { filesHolding, tempProfile } from '../../support/temp-profile';

const KEY = 'sk-env-0123456789abcdef';
const at = (baseUrl: string): EndpointInput => ({
  id: 'environment',
  kind: 'openai',
  baseUrl,
  apiVersion: null,
  apiKey: null,
});

describe('the endpoint of the environment', () => {
  it('is used when nothing is stored, and its key is never on disk', async () => {
    const profile = await tempProfile();
    const env = { OPENAI_API_KEY: ` ${KEY}\n` };
    const { registry } = await openTestRegistry(profile, memoryKeychain(), { env });
    expect(registry.selectedId()).toBe('environment');
    expect(registry.list()[0]).toEqual({
      id: 'environment',
      kind: 'openai',
      name: 'OpenAI',
      baseUrl: 'https://api.openai.com/v1',
      apiVersion: null,
      key: { stored: true, lastFour: 'cdef', method: 'environment' },
    });
    expect((await registry.resolve()).apiKey).toBe(KEY);
    await registry.select('demo');
    await registry.select('environment');
    expect(await filesHolding(profile, KEY)).toEqual([]);
  });

  it('takes the base URL of the environment, with or without a key', async () => {
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1/' };
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, { env });
    expect(await registry.resolve()).toEqual({
      id: 'environment',
      kind: 'compatible',
      baseUrl: 'http://127.0.0.1:8080/v1',
      apiVersion: null,
      apiKey: null,
    });
  });

  it('is not there for empty variables', async () => {
    const env = { OPENAI_API_KEY: '', OPENAI_BASE_URL: ' ' };
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, { env });
    expect(registry.selectedId()).toBeNull();
  });

  it('with a base URL that is none sends nothing, least of all to another place', async () => {
    const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: 'ftp://mine.example' };
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, { env });
    await expect(registry.resolve()).rejects.toMatchObject({ code: 'endpoint.invalidUrl' });
    expect((await registry.save(at(''))).key.stored).toBe(false);
    expect((await registry.resolve()).apiKey).toBeNull();
  });

  it('saved as it is stays the environment’s: no new endpoint, and the same key', async () => {
    const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: 'https://mine.example/v1' };
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, { env });
    await registry.select('demo');
    const { id } = await registry.save({ ...at('https://mine.example/v1/'), kind: 'compatible' });
    expect(id).toBe('environment');
    expect(registry.list().map((each) => each.id)).toEqual(['environment', 'demo']);
    expect((await registry.resolve()).apiKey).toBe(KEY);
    expect((await registry.save({ ...at('https://mine.example/v1'), apiKey: 'sk-typed' })).id).not.toBe(id);
  });

  it.each(['sk-with a space 0123', 'ключ-0123456789'])(
    'says that %s is no key, rather than ask without one',
    async (key) => {
      const { registry } = await openTestRegistry(await tempProfile(), noKeychain, {
        env: { OPENAI_API_KEY: key },
      });
      await expect(registry.resolve()).rejects.toMatchObject({
        code: 'endpoint.invalidKey',
        detail: { reason: 'environment' },
      });
    },
  );

  it('gives way to what the person saves, which gets the key for the same origin or this computer only', async () => {
    const env = { OPENAI_API_KEY: KEY };
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, { env });
    const local = await registry.save(at('http://localhost:11434/v1'));
    expect(registry.list().map(({ id }) => id)).toEqual([local.id, 'demo']);
    expect(local.key.method).toBe('environment');
    expect((await registry.resolve()).apiKey).toBe(KEY);

    const elsewhere = await registry.save(at('https://evil.example/v1'));
    expect(elsewhere.key.stored).toBe(false);
    expect((await registry.resolve()).apiKey).toBeNull();

    await registry.save(at(''));
    expect((await registry.resolve()).apiKey).toBe(KEY);
  });

  it('gives way to a key of the endpoint itself', async () => {
    const env = { OPENAI_API_KEY: KEY };
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, { env });
    await registry.save({ ...at(''), apiKey: 'sk-typed-by-the-person' });
    expect((await registry.resolve()).apiKey).toBe('sk-typed-by-the-person');
  });

  it('does not change what was chosen before it was there', async () => {
    const profile = await tempProfile();
    await (await openTestRegistry(profile, noKeychain)).registry.select('demo');
    const { registry } = await openTestRegistry(profile, noKeychain, { env: { OPENAI_API_KEY: KEY } });
    expect(registry.selectedId()).toBe('demo');
  });

  it('is back when the last saved endpoint is removed', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, {
      env: { OPENAI_API_KEY: KEY },
    });
    const { id } = await registry.save(at('https://a.example'));
    await registry.remove(id);
    expect(registry.selectedId()).toBe('environment');
  });
});

describe('a key typed while the vault is locked', () => {
  it('is used at once and stored when the passphrase is given', async () => {
    const profile = await tempProfile();
    await (await openTestRegistry(profile, noKeychain)).vault.setPassphrase('a long passphrase');
    const { registry, vault } = await openTestRegistry(profile, noKeychain);
    const { id, key } = await registry.save({ ...at(''), apiKey: KEY });
    expect(key.method).toBe('session');
    expect((await registry.resolve()).apiKey).toBe(KEY);
    await vault.unlock('a long passphrase');
    expect(registry.list()[0]?.key.method).toBe('passphrase');

    const later = await openTestRegistry(profile, noKeychain);
    await expect(later.registry.resolve(id)).rejects.toMatchObject({ code: 'history.locked' });
    await later.vault.unlock('a long passphrase');
    expect((await later.registry.resolve(id)).apiKey).toBe(KEY);
  });
});
