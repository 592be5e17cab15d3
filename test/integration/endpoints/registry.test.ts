import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EndpointList } from '../../../main/endpoints/registry';
import type { EndpointInput } from '../../../preload/contract/endpoints';
import { memoryKeychain, noKeychain } from '../../support/memory-keychain';
import { openTestRegistry } from '../../support/open-test-registry';
import { filesHolding, namesIn, tempProfile } from '../../support/temp-profile';

const KEY = 'sk-test-0123456789abcdef';
const openai: EndpointInput = { id: null, kind: 'openai', baseUrl: '', apiVersion: null, apiKey: KEY };
const local: EndpointInput = {
  id: null,
  kind: 'compatible',
  baseUrl: 'localhost:11434/v1',
  apiVersion: null,
  apiKey: null,
};
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('endpoints', () => {
  it('on the first run are only Demo, which is not chosen by itself', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain);
    expect(registry.list().map(({ id }) => id)).toEqual(['demo']);
    expect(registry.selectedId()).toBeNull();
    await expect(registry.resolve()).rejects.toMatchObject({ code: 'endpoint.none' });
  });

  it('that are saved are selected and found after a restart, the key in no file', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const info = await (await openTestRegistry(profile, keychain)).registry.save(openai);
    expect(info).toEqual({
      id: expect.stringMatching(UUID_V7),
      kind: 'openai',
      name: 'OpenAI',
      baseUrl: 'https://api.openai.com/v1',
      apiVersion: null,
      key: { stored: true, lastFour: 'cdef', method: 'os' },
    });
    const { registry } = await openTestRegistry(profile, keychain);
    expect(registry.selectedId()).toBe(info.id);
    expect(await registry.resolve()).toEqual({
      id: info.id,
      kind: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      apiVersion: null,
      apiKey: KEY,
    });
    expect(await filesHolding(profile, KEY)).toEqual([]);
  });

  it('saved again without an id are updated, not doubled', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain);
    const first = await registry.save(openai);
    await registry.save(local);
    const again = await registry.save({ ...openai, apiKey: null });
    expect(again.id).toBe(first.id);
    expect(again.key.stored).toBe(true);
    expect(registry.list()).toHaveLength(3);
    expect(registry.selectedId()).toBe(first.id);
  });

  it('saved twice at the same moment are one', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain);
    const saved = await Promise.all([registry.save(openai), registry.save(openai), registry.save(openai)]);
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
  });

  it('lose their key when they move to another origin, and keep it when only the path changes', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), memoryKeychain());
    const { id } = await registry.save({ ...openai, kind: 'compatible', baseUrl: 'https://a.example/v1' });
    const samePlace = await registry.save({ ...local, id, baseUrl: 'https://a.example/v2' });
    expect(samePlace.key.stored).toBe(true);
    const moved = await registry.save({ ...local, id, baseUrl: 'https://evil.example/v2' });
    expect(moved.key.stored).toBe(false);
    expect((await registry.resolve()).apiKey).toBeNull();
    const back = await registry.save({ ...local, id, baseUrl: 'https://a.example/v2' });
    expect(back.key.stored).toBe(false);
  });

  it('take the kind of the server that really answers', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain);
    expect((await registry.save({ ...openai, baseUrl: 'https://a.example/v1' })).kind).toBe('compatible');
    expect((await registry.save({ ...local, baseUrl: 'api.openai.com' })).kind).toBe('openai');
    const azure = await registry.save({
      ...openai,
      kind: 'azure',
      baseUrl: 'https://mine.openai.azure.com/',
      apiVersion: ' 2024-10-21 ',
    });
    expect(azure).toMatchObject({
      kind: 'azure',
      baseUrl: 'https://mine.openai.azure.com',
      apiVersion: '2024-10-21',
    });
  });

  it.each([
    [{ baseUrl: 'no url' }, 'endpoint.invalidUrl'],
    [{ kind: 'azure', baseUrl: '' }, 'endpoint.invalidUrl'],
    [{ kind: 'azure', baseUrl: 'https://a.example', apiVersion: '1&x=2' }, 'endpoint.invalidUrl'],
    [{ apiKey: '' }, 'endpoint.invalidKey'],
    [{ apiKey: 'a b' }, 'endpoint.invalidKey'],
    [{ id: '01890000-0000-7000-8000-000000000000' }, 'endpoint.notFound'],
  ] as const)('with bad input %j are refused and nothing is written', async (bad, code) => {
    const profile = await tempProfile();
    const { registry } = await openTestRegistry(profile, noKeychain);
    await expect(registry.save({ ...openai, ...bad })).rejects.toMatchObject({ code });
    expect(await namesIn(profile)).toEqual([]);
    expect(registry.selectedId()).toBeNull();
  });

  it('are removed with their key, and another one takes over', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const { registry, vault } = await openTestRegistry(profile, keychain);
    const one = await registry.save(local);
    const two = await registry.save(openai);
    await registry.remove(two.id);
    expect(registry.selectedId()).toBe(one.id);
    expect(await vault.apiKey(two.id, 'https://api.openai.com')).toBeNull();
    await registry.remove(one.id);
    expect(registry.selectedId()).toBeNull();
    for (const id of [one.id, 'demo', 'environment']) {
      await expect(registry.remove(id)).rejects.toMatchObject({ code: 'endpoint.notFound' });
    }
  });

  it('can lose their key alone', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), memoryKeychain());
    const { id } = await registry.save(openai);
    expect((await registry.removeKey(id)).key).toEqual({ stored: false, lastFour: null, method: null });
    expect((await registry.resolve()).apiKey).toBeNull();
  });

  it('resolve Demo to the server that runs it, without any key', async () => {
    const { registry } = await openTestRegistry(await tempProfile(), noKeychain, {
      env: { OPENAI_API_KEY: KEY },
    });
    await registry.select('demo');
    expect(await registry.resolve()).toEqual({
      id: 'demo',
      kind: 'demo',
      baseUrl: 'http://127.0.0.1:4321/v1',
      apiVersion: null,
      apiKey: null,
    });
    await expect(registry.select('unknown')).rejects.toMatchObject({ code: 'endpoint.notFound' });
  });

  it('tell each real change once, a change of the vault too', async () => {
    const { registry, vault } = await openTestRegistry(await tempProfile(), noKeychain);
    const told: EndpointList[] = [];
    const undo = registry.onChange((list) => told.push(list));
    const { id } = await registry.save({ ...openai, apiKey: null });
    expect(told).toHaveLength(1);
    await registry.select(id);
    expect(told).toHaveLength(1);
    await vault.setApiKey(id, 'https://api.openai.com', KEY);
    expect(told.at(-1)?.endpoints[0]?.key.method).toBe('session');
    await vault.setPassphrase('a long passphrase');
    expect(told.at(-1)?.endpoints[0]?.key.method).toBe('passphrase');
    expect(told).toHaveLength(3);
    undo();
    await registry.remove(id);
    expect(told).toHaveLength(3);
  });

  it('that could not be written are not listed, and their key is not kept', async () => {
    const profile = await tempProfile();
    const write = () => Promise.reject(new Error('disk'));
    const { registry } = await openTestRegistry(profile, memoryKeychain(), { write });
    await expect(registry.save(openai)).rejects.toThrow();
    expect(registry.list()).toHaveLength(1);
    expect(await namesIn(profile)).toEqual([]);
  });

  it('that are broken in the file are left out and the file set aside; the others stay', async () => {
    const [profile, keychain] = [await tempProfile(), memoryKeychain()];
    const { id } = await (await openTestRegistry(profile, keychain)).registry.save(openai);
    const good = { id, kind: 'openai', baseUrl: 'https://api.openai.com/v1', apiVersion: null };
    const bad = { ...good, id: '01890000-0000-7000-8000-000000000000', baseUrl: 'javascript:alert(1)' };
    await writeFile(
      join(profile, 'endpoints.json'),
      JSON.stringify({ endpoints: [bad, good, 7], selectedId: id }),
    );
    const { registry } = await openTestRegistry(profile, keychain);
    expect(registry.wasSetAside).toBe(true);
    expect(registry.list().map((endpoint) => endpoint.id)).toEqual([id, 'demo']);
    expect((await registry.resolve()).apiKey).toBe(KEY);
  });
});
