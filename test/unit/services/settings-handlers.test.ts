import { expect, it } from 'vitest';
import { createSettingsHandlers, type SettingsHandlerDeps } from '../../../main/services/settings-handlers';
import type { SettingsPatch } from '../../../preload/contract/settings';

const saved: SettingsPatch[] = [];
const settings = { update: async (patch: SettingsPatch) => saved.push(patch) };
const { 'settings.update': update } = createSettingsHandlers({ settings } as unknown as SettingsHandlerDeps);

it('keeps a password in the URL of a proxy out of the settings, which are written in plain', async () => {
  await update({ proxy: 'http://me:secret@proxy:3128', theme: 'dark' });
  expect(saved).toEqual([{ proxy: 'http://proxy:3128', theme: 'dark' }]);
});

it('refuses a proxy that cannot be used: nobody wants to be led past it', async () => {
  await expect(update({ proxy: 'no proxy at all' })).rejects.toMatchObject({ code: 'network.invalidProxy' });
});
