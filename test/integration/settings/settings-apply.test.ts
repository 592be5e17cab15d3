import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSettingsFileHandlers } from '../../../main/services/settings-file-handlers';
import { openSettings } from '../../../main/settings/settings-store';
import type { WriteJson } from '../../../main/storage/electron-store-file';
import { defaultSettings } from '../../../preload/contract/default-settings';
import { Failure } from '../../../preload/contract/result';
import { memoryKeychain } from '../../support/memory-keychain';
import { openTestRegistry } from '../../support/open-test-registry';
import { tempProfile } from '../../support/temp-profile';

const openai = { kind: 'openai', baseUrl: 'https://api.openai.com/v1', apiVersion: null } as const;
const local = { kind: 'compatible', baseUrl: 'http://127.0.0.1:11434/v1', apiVersion: null } as const;

/** A profile with what files of settings are made of; `write` is how its settings.json is written. */
const start = async (write?: WriteJson) => {
  const folder = await tempProfile();
  const file = join(folder, 'carried.json');
  const { registry } = await openTestRegistry(folder, memoryKeychain());
  const settings = await openSettings({ folder, ...(write && { write }) });
  const dialogs = { pickPlace: async () => file, pickSettings: async () => file };
  return {
    file,
    folder,
    registry,
    settings,
    handlers: createSettingsFileHandlers({ settings, registry, dialogs }),
  };
};

const nothing = { addEndpoints: [], removeEndpointIds: [] };
const urls = ({ registry }: Awaited<ReturnType<typeof start>>) =>
  registry.list().flatMap(({ id, baseUrl }) => (id === 'demo' ? [] : [baseUrl]));

it('goes from one profile to another: settings, servers and which of them is in use, without the key', async () => {
  const one = await start();
  await one.settings.update({ theme: 'dark', silenceSeconds: 7 });
  await one.registry.save({ ...openai, id: null, apiKey: 'sk-test-carried-0123456789' });
  await one.registry.save({ ...local, id: null, apiKey: null });
  expect(await one.handlers['settings.export']({})).toBe('carried.json');
  const text = await readFile(one.file, 'utf8');
  expect(text).not.toContain('sk-test-carried');
  const other = await start();
  await writeFile(other.file, text);
  const picked = await other.handlers['settings.pickImport']({});
  expect(picked).toMatchObject({ file: 'carried.json', settings: { theme: 'dark', silenceSeconds: 7 } });
  expect(other.settings.get()).toEqual(defaultSettings);
  const ids = await other.handlers['settings.apply']({
    patch: picked?.settings ?? null,
    addEndpoints: [...(picked?.endpoints ?? [])],
    removeEndpointIds: [],
  });
  expect(other.settings.get()).toEqual(one.settings.get());
  expect(urls(other)).toEqual([local.baseUrl, openai.baseUrl]);
  expect(other.registry.selectedId()).toBe(ids[0]);
});

it('takes a server that is in use from nobody, and an undo takes none that has a key by now', async () => {
  const here = await start();
  const own = await here.registry.save({ ...local, id: null, apiKey: null });
  const azure = { kind: 'azure', baseUrl: 'https://x.openai.azure.com', apiVersion: '2024-10-21' } as const;
  const ids = await here.handlers['settings.apply']({
    ...nothing,
    patch: null,
    addEndpoints: [openai, azure],
  });
  expect(here.registry.selectedId()).toBe(own.id);
  await here.registry.save({ ...openai, id: ids[0] ?? null, apiKey: 'sk-test-typed-since-0123' });
  await here.handlers['settings.apply']({ ...nothing, patch: null, removeEndpointIds: [...ids] });
  expect(urls(here)).toEqual([local.baseUrl, openai.baseUrl]);
});

it('changes all of it or nothing: settings that cannot be written take the servers back', async () => {
  const refuse = () => Promise.reject(new Failure('settings.notSaved', 'full', { reason: 'ENOSPC' }));
  const here = await start(refuse);
  await here.registry.save({ ...local, id: null, apiKey: null });
  const before = await readFile(join(here.folder, 'endpoints.json'), 'utf8');
  const change = { patch: { theme: 'dark' }, addEndpoints: [openai], removeEndpointIds: [] } as const;
  await expect(
    here.handlers['settings.apply']({
      ...change,
      addEndpoints: [...change.addEndpoints],
      removeEndpointIds: [],
    }),
  ).rejects.toMatchObject({ code: 'settings.notSaved' });
  expect(here.settings.get()).toEqual(defaultSettings);
  expect(urls(here)).toEqual([local.baseUrl]);
  expect(await readFile(join(here.folder, 'endpoints.json'), 'utf8')).toBe(before);
});

it('changes nothing for a proxy or a server that cannot be', async () => {
  const here = await start();
  const { 'settings.apply': apply } = here.handlers;
  await expect(
    apply({ ...nothing, patch: { proxy: 'no proxy at all' }, addEndpoints: [openai] }),
  ).rejects.toMatchObject({ code: 'network.invalidProxy' });
  await expect(
    apply({ ...nothing, patch: { theme: 'dark' }, addEndpoints: [{ ...openai, baseUrl: 'ftp://x' }] }),
  ).rejects.toMatchObject({ code: 'endpoint.invalidUrl' });
  expect(here.settings.get()).toEqual(defaultSettings);
  expect(urls(here)).toEqual([]);
});

it('reads no folder for a file', async () => {
  const here = await start();
  const { 'settings.pickImport': pick } = createSettingsFileHandlers({
    ...here,
    dialogs: { pickPlace: async () => null, pickSettings: async () => here.folder },
  });
  await expect(pick({})).rejects.toMatchObject({ code: 'transfer.unreadable' });
});
