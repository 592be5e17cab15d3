import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { answered, ask, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { filesHolding } from '../support/profile-files';

const KEY = 'sk-test-NeverOnDisk0123456789';
const PROMPT = 'The xylophone marmalade is in the purple submarine';

test('the search for secrets finds one when there is one', async ({ profile }) => {
  await writeFile(path.join(profile, 'a.bin'), Buffer.from(`xx${KEY}yy`, 'utf16le'));
  await writeFile(path.join(profile, 'b.txt'), Buffer.from(`{"k":"${KEY}"}`).toString('base64'));
  expect((await filesHolding(profile, KEY)).holding).toEqual(['a.bin', 'b.txt']);
});

test('neither key nor prompt nor reply is in any file of the profile, running or closed', async ({
  launch,
  server,
  profile,
}) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  await ask(page, PROMPT);
  await answered(page);
  for (const secret of [KEY, PROMPT, 'Hello **world**'])
    expect(await filesHolding(profile, secret), secret).toMatchObject({ holding: [] });
  await app.close();
  for (const secret of [KEY, PROMPT, 'Hello **world**']) {
    const found = await filesHolding(profile, secret);
    expect(found.holding, secret).toEqual([]);
    expect(found.read).toBeGreaterThan(5);
  }
});
