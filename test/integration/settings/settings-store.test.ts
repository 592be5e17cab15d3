import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettings } from '../../../main/settings/settings-store';
import { defaultSettings } from '../../../preload/contract/default-settings';
import type { Settings } from '../../../preload/contract/settings';
import '../../support/electron-store-in-node';
import { namesIn, tempProfile } from '../../support/temp-profile';

describe('settings', () => {
  it('start with the defaults and are found again after a restart', async () => {
    const folder = await tempProfile();
    const settings = await openSettings({ folder });
    expect(settings.get()).toEqual(defaultSettings);
    const newChat = { model: 'gpt-4.1', params: { temperature: 0, stop: ['\n'], systemPrompt: '说中文' } };
    await settings.update({ theme: 'dark', newChat });
    await settings.update({ proxy: 'http://proxy:3128' });
    const later = await openSettings({ folder });
    expect(later.get()).toEqual({ ...defaultSettings, theme: 'dark', newChat, proxy: 'http://proxy:3128' });
    expect(later.wasSetAside).toBe(false);
  });

  it('are settled when what was chosen last is kept, however slow the disk', async () => {
    const folder = await tempProfile();
    const settings = await openSettings({ folder });
    void settings.update({ theme: 'dark' });
    void settings.update({ monthlyLimitUsd: 5 });
    expect(settings.get().monthlyLimitUsd).toBeNull();
    await settings.settled();
    expect(settings.get()).toMatchObject({ theme: 'dark', monthlyLimitUsd: 5 });
  });

  it('keep what a change names without a value, as a page does whose field is empty', async () => {
    const folder = await tempProfile();
    const settings = await openSettings({ folder });
    await settings.update({ theme: 'dark', monthlyLimitUsd: 5 });
    await settings.update({ theme: undefined, monthlyLimitUsd: null });
    expect(settings.get()).toEqual({ ...defaultSettings, theme: 'dark', monthlyLimitUsd: null });
    expect((await openSettings({ folder })).get()).toEqual(settings.get());
  });

  it('can be set back to empty and zero', async () => {
    const folder = await tempProfile();
    const settings = await openSettings({ folder });
    await settings.update({ proxy: 'http://proxy:3128', newChat: { model: 'a', params: { n: 2 } } });
    await settings.update({ proxy: '', newChat: { model: '', params: {} } });
    expect((await openSettings({ folder })).get()).toEqual(defaultSettings);
  });

  it('lose only the value that is broken; the file is set aside as it was', async () => {
    const folder = await tempProfile();
    const text = JSON.stringify({ theme: 'dark', silenceSeconds: -1, language: ['en'], proxy: 'http://p:1' });
    await writeFile(join(folder, 'settings.json'), text);
    const settings = await openSettings({ folder });
    expect(settings.wasSetAside).toBe(true);
    const kept = { ...defaultSettings, theme: 'dark', proxy: 'http://p:1' };
    expect(settings.get()).toEqual(kept);
    const aside = (await namesIn(folder)).find((name) => name.includes('broken'));
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(text);
    const later = await openSettings({ folder });
    expect(later.get()).toEqual(kept);
    expect(later.wasSetAside).toBe(false);
  });

  it('changed many at a time are all kept, and each change is told once', async () => {
    const folder = await tempProfile();
    const settings = await openSettings({ folder });
    const told: Settings[] = [];
    const undo = settings.onChange((value) => told.push(value));
    await Promise.all([
      settings.update({ theme: 'dark' }),
      settings.update({ language: 'zh-CN' }),
      settings.update({ silenceSeconds: 7 }),
    ]);
    undo();
    await settings.update({ proxy: 'socks5://p:1' });
    expect(told).toHaveLength(3);
    expect((await openSettings({ folder })).get()).toEqual(settings.get());
    expect(settings.get()).toMatchObject({ theme: 'dark', language: 'zh-CN', silenceSeconds: 7 });
  });

  it('that could not be written are not told as changed', async () => {
    const write = () => Promise.reject(new Error('disk'));
    const settings = await openSettings({ folder: await tempProfile(), write });
    let told = 0;
    settings.onChange(() => {
      told += 1;
    });
    await expect(settings.update({ theme: 'dark' })).rejects.toThrow();
    expect(settings.get()).toEqual(defaultSettings);
    expect(told).toBe(0);
  });
});
