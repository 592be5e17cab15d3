import { expect } from '@playwright/test';
import {
  answerIn,
  bodies,
  column,
  compareDialog,
  compareModels,
  compareValues,
  group,
  namingServer,
  openCompare,
  sendToAll,
} from '../support/compare';
import {
  ask,
  assistantMessages,
  chooseAction,
  generationSettings,
  messageBox,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';
import { clipboardOf } from '../support/request-dialog';

test('three models answer the same question, each by its own request, and one is gone on with', async ({
  launch,
}) => {
  const server = await namingServer();
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await compareModels(page, 'Who are you?', ['alpha', 'beta', 'gamma']);
  for (const name of ['alpha', 'beta', 'gamma']) {
    await expect(answerIn(page, name)).toHaveAttribute('data-status', 'complete');
    await expect(answerIn(page, name)).toContainText(`I am ${name},`);
    await expect(answerIn(page, name)).toContainText(/\d+ in, \d+ out · .* s/);
  }
  expect(
    bodies(server)
      .map(({ model }) => model)
      .toSorted(),
  ).toEqual(['alpha', 'beta', 'gamma']);
  await expect(userMessages(page)).toHaveCount(1);
  await column(page, 'beta').getByRole('button', { name: 'Use this answer' }).click();
  await expect(column(page, 'beta')).toHaveAttribute('aria-current', 'true');
  await expect(messageBox(page)).toBeFocused();
  await ask(page, 'And then?');
  await expect(userMessages(page)).toHaveCount(2);
  await expect(assistantMessages(page).last()).toHaveAttribute('data-status', 'complete');
  // The chat's own model answers, after what the chosen one said.
  expect(bodies(server).at(-1)).toMatchObject({ model: 'alpha' });
  expect(bodies(server).at(-1)?.messages[1]?.content).toContain('I am beta,');
  await column(page, 'beta').getByRole('button', { name: 'Use this model from now on' }).click();
  await expect(page.getByRole('combobox', { name: 'Model' })).toContainText('beta');
  await server.close();
});

test('the request of each compared answer can be shown, copied as code and run again among the others', async ({
  launch,
}) => {
  const server = await namingServer();
  const parlance = await launch();
  const { page } = parlance;
  await saveServer(page, server.baseUrl);
  await compareModels(page, 'Who are you?', ['alpha', 'beta']);
  await expect(answerIn(page, 'beta')).toHaveAttribute('data-status', 'complete');
  await expect(answerIn(page, 'alpha')).toHaveAttribute('data-status', 'complete');
  await answerIn(page, 'beta').getByRole('button', { name: 'Show request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Request' });
  await expect(dialog).toContainText('"model": "beta"');
  await expect(dialog).toContainText('byte for byte what was sent');
  await page.keyboard.press('Escape');
  await answerIn(page, 'beta').getByRole('button', { name: 'Copy as code' }).click();
  await page.getByRole('menuitem', { name: 'curl' }).click();
  await expect.poll(() => clipboardOf(parlance)).toContain('"model": "beta"');
  await chooseAction(answerIn(page, 'beta'), 'Run again exactly');
  await expect(answerIn(page, 'beta · #2')).toHaveAttribute('data-status', 'complete');
  await expect(column(page, 'beta · #2')).toHaveAttribute('aria-current', 'true');
  expect(bodies(server).filter(({ model }) => model === 'beta')).toHaveLength(2);
  await server.close();
});

test('one of three fails, one is stopped, the third is whole; each can be asked again in its place', async ({
  launch,
}) => {
  const server = await namingServer(400);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await page.getByRole('combobox', { name: 'Model' }).click();
  await page.getByRole('option', { name: /^alpha/ }).click();
  for (const held of ['alpha', 'gamma']) server.failModel(held, { kind: 'hold', after: 40 });
  server.failModel('beta', { kind: 'status', status: 500, message: 'beta is down' });
  await compareModels(page, 'Who are you?', ['alpha', 'beta', 'gamma']);
  await expect(answerIn(page, 'alpha')).toContainText('word word');
  await column(page, 'alpha').getByRole('button', { name: 'Stop this answer' }).click();
  await expect(answerIn(page, 'alpha')).toHaveAttribute('data-status', 'stopped');
  await expect(answerIn(page, 'gamma')).toHaveAttribute('data-status', 'streaming');
  await expect(answerIn(page, 'beta')).toHaveAttribute('data-status', 'failed');
  await expect(answerIn(page, 'beta').getByRole('alert')).toContainText('beta is down');
  await server.release(2);
  await expect(answerIn(page, 'gamma')).toHaveAttribute('data-status', 'complete');
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  server.failModel('beta', { kind: 'hold', after: 40 });
  await answerIn(page, 'beta').getByRole('button', { name: 'Try again' }).click();
  await expect(answerIn(page, 'beta')).toContainText('I am beta,');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(answerIn(page, 'beta')).toHaveAttribute('data-status', 'stopped');
  await expect(group(page).getByRole('region')).toHaveCount(3);
  await server.close();
});

test('a comparison whose first answer failed is gone on with from one that is whole', async ({ launch }) => {
  const server = await namingServer();
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  server.failModel('alpha', { kind: 'status', status: 500, message: 'alpha is down' });
  await compareModels(page, 'Who are you?', ['alpha', 'beta']);
  await expect(answerIn(page, 'alpha')).toHaveAttribute('data-status', 'failed');
  await expect(column(page, 'beta')).toHaveAttribute('aria-current', 'true');
  server.failModel('alpha', null);
  await ask(page, 'And then?');
  await expect(userMessages(page)).toHaveCount(2);
  await expect(assistantMessages(page).last()).toHaveAttribute('data-status', 'complete');
  expect(bodies(server).at(-1)?.messages[1]?.content).toContain('I am beta,');
  await server.close();
});

test('values of one setting are checked as its field is, sent as typed, and leave the chat’s own setting', async ({
  launch,
}) => {
  const server = await namingServer();
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const settings = await generationSettings(page);
  await settings.getByRole('spinbutton', { name: 'Temperature' }).fill('0.5');
  await messageBox(page).fill('How warm?');
  const dialog = await compareValues(page, 'Temperature', '0\n3');
  await expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(
    /Line 2, “3”: Enter a number from 0 to 2/,
  );
  await expect(dialog.getByRole('button', { name: 'Send to all' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('0\n0.7\n1.4');
  await expect(dialog.getByRole('list', { name: 'What will be asked' }).getByRole('listitem')).toHaveCount(3);
  await expect(dialog.getByRole('listitem').last()).toContainText('prompt tokens');
  await sendToAll(dialog);
  for (const value of ['0', '0.7', '1.4'])
    await expect(answerIn(page, `Temperature: ${value}`)).toHaveAttribute('data-status', 'complete');
  expect(
    bodies(server)
      .map(({ temperature }) => temperature)
      .toSorted(),
  ).toEqual([0, 0.7, 1.4]);
  await expect(settings.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.5');
  await column(page, 'Temperature: 1.4').getByRole('button', { name: 'Use this answer' }).click();
  await column(page, 'Temperature: 1.4')
    .getByRole('button', { name: 'Use this setting from now on' })
    .click();
  await expect(settings.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('1.4');
  // The choice is remembered by the chat, over a restart of the page too.
  await page.reload();
  await page
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: 'How warm?', exact: true })
    .click();
  await expect(group(page)).toBeVisible();
  const again = await openCompare(page);
  await expect(again.getByRole('textbox')).toHaveValue('0\n0.7\n1.4');
  await server.close();
});

test('four answers of one request stream side by side, each with its own text', async ({ launch }) => {
  const server = await namingServer(150);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const settings = await generationSettings(page);
  await settings.getByRole('spinbutton', { name: 'Number of answers' }).fill('4');
  server.fail({ kind: 'hold', after: 100 });
  await ask(page, 'Hello');
  const names = [1, 2, 3, 4].map((index) => `Answer ${index} of 4`);
  for (const [index, name] of names.entries())
    await expect(answerIn(page, name)).toContainText(`choice ${index}.`);
  for (const name of names) await expect(answerIn(page, name)).toHaveAttribute('data-status', 'streaming');
  await server.release();
  for (const name of names) await expect(answerIn(page, name)).toHaveAttribute('data-status', 'complete');
  await page.getByRole('button', { name: 'Hide generation settings' }).click();
  const tops = () => Promise.all(names.map(async (name) => (await column(page, name).boundingBox())?.y));
  await expect.poll(async () => new Set(await tops()).size).toBe(1);
  await server.close();
});

test('an answered question is asked again of others, and one that does not fit refuses all by name', async ({
  launch,
}) => {
  const server = await namingServer();
  server.offer(['alpha', 'gpt-4']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await ask(page, `Read this: ${'word '.repeat(9000)}`);
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'complete');
  await chooseAction(assistantMessages(page), 'Compare with others');
  const dialog = compareDialog(page);
  await dialog.getByRole('checkbox', { name: 'gpt-4', exact: true }).check();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'gpt-4' })).toContainText('does not fit');
  await dialog.getByRole('button', { name: 'Send to all' }).click();
  await expect(dialog.getByRole('alert')).toContainText('gpt-4 was refused, so nothing was sent.');
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 });
  expect(bodies(server)).toHaveLength(1);
  await dialog.getByRole('checkbox', { name: 'gpt-4', exact: true }).uncheck();
  await dialog.getByRole('searchbox', { name: 'Search models' }).fill('unlisted-one');
  await dialog.getByRole('checkbox', { name: 'unlisted-one' }).check();
  await sendToAll(dialog);
  await expect(answerIn(page, 'unlisted-one')).toContainText('I am unlisted-one,');
  await server.close();
});
