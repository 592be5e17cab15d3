import { expect, type Page } from '@playwright/test';
import { makePng } from '../../support/make-image';
import { makePdf } from '../../support/make-pdf';
import { chips, choose, drag, paste } from '../support/attach';
import {
  answered,
  ask,
  beforeAsking,
  lastCompletion,
  messageBox,
  saveServer,
  userMessages,
} from '../support/drive';
import { test } from '../support/fixtures';

const PNG = makePng(640, 480);
const CAT = { name: 'cat.png', mimeType: 'image/png', buffer: PNG };
const NOTES = { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n会议\n') };

const urlOf = (buffer: Buffer) => `data:image/png;base64,${buffer.toString('base64')}`;

const chooseModel = async (page: Page, id: string) => {
  const box = page.getByRole('combobox', { name: 'Model', exact: true });
  await box.click();
  await page.getByRole('option', { name: new RegExp(`^${id} `) }).click();
  await expect(box).toHaveText(id);
};

test('images and files reach the server exactly: chosen, pasted and dropped', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await choose(page, [CAT]);
  await paste(page, [{ ...CAT, name: 'image.png', buffer: makePng(32, 32, 9) }]);
  const main = page.getByRole('main', { name: 'Conversation' });
  await drag(main, [NOTES], 'dragover');
  await expect(page.getByText('Drop files to attach them')).toBeVisible();
  await drag(main, [NOTES], 'drop');
  await expect(page.getByText('Drop files to attach them')).toBeHidden();
  await expect(chips(page)).toHaveCount(3);
  await expect(chips(page).first()).toContainText('640 × 480');
  await expect(chips(page).first()).toContainText(/tokens/);
  await chips(page).first().getByRole('combobox', { name: 'Detail of cat.png' }).click();
  await page.getByRole('option', { name: 'Low detail' }).click();
  await ask(page, 'What is this?');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: '<file name="notes.md">\n# Notes\n会议\n</file>\n\nWhat is this?' },
          { type: 'image_url', image_url: { url: urlOf(PNG), detail: 'low' } },
          { type: 'image_url', image_url: { url: urlOf(makePng(32, 32, 9)), detail: 'auto' } },
        ],
      },
    ],
  });
  await expect(chips(page)).toHaveCount(0);
  await expect(userMessages(page).getByRole('img', { name: 'cat.png' })).toBeVisible();
});

test('what was attached is still there after a restart, and is sent then', async ({
  launch,
  server,
  profile,
}) => {
  const first = await launch();
  await saveServer(first.page, server.baseUrl);
  await choose(first.page, [CAT, NOTES]);
  await messageBox(first.page).fill('Later');
  await expect(chips(first.page)).toHaveCount(2);
  await expect(chips(first.page).last()).toContainText(/tokens/);
  await messageBox(first.page).blur();
  await first.app.close();
  const { page } = await launch({ profile });
  await expect(messageBox(page)).toHaveValue('Later');
  await expect(chips(page)).toHaveCount(2);
  await expect(chips(page).first().getByRole('img', { name: 'cat.png' })).toBeVisible();
  await chips(page).last().getByRole('button', { name: 'Remove notes.md' }).click();
  await messageBox(page).press('Enter');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({
    messages: [{ content: [{ type: 'text', text: 'Later' }, { image_url: { url: urlOf(PNG) } }] }],
  });
});

test('a Chinese PDF is sent as its text, in the packaged way of reading it', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const buffer = makePdf([[{ text: '人工智能', chinese: true }, { text: 'Page one' }]]);
  await choose(page, [{ name: '报告.pdf', mimeType: 'application/pdf', buffer }]);
  await expect(chips(page)).toContainText(/tokens/);
  await ask(page, '总结');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({
    messages: [{ content: '<file name="报告.pdf">\n人工智能\nPage one\n</file>\n\n总结' }],
  });
  await userMessages(page)
    .getByRole('button', { name: /报告\.pdf/ })
    .click();
  await expect(page.getByRole('dialog', { name: '报告.pdf' })).toContainText('人工智能');
});

test('a click shows an image whole, and Escape gives the focus back', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await choose(page, [CAT]);
  await ask(page, 'Look');
  await answered(page);
  const image = userMessages(page).getByRole('button', { name: 'cat.png' });
  await image.focus();
  await page.keyboard.press('Enter');
  const whole = page.getByRole('dialog', { name: 'cat.png' }).getByRole('img', { name: 'cat.png' });
  await expect(whole).toBeVisible();
  await expect.poll(() => whole.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(640);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(image).toBeFocused();
});

test('an edited question keeps its image, or goes without it', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await choose(page, [CAT]);
  await ask(page, 'One');
  await answered(page);
  const edit = async (text: string, remove: boolean) => {
    await userMessages(page).getByRole('button', { name: 'Edit', exact: true }).click();
    const item = userMessages(page).getByRole('list', { name: 'Attachments' }).getByRole('listitem');
    await expect(item).toHaveCount(1);
    if (remove) await item.getByRole('button', { name: 'Remove cat.png' }).click();
    await userMessages(page).getByRole('textbox').first().fill(text);
    await beforeAsking(page);
    await userMessages(page).getByRole('textbox').first().press('Enter');
    await expect(userMessages(page)).toContainText(text);
    await answered(page);
  };
  await edit('Two', false);
  expect(lastCompletion(server)).toMatchObject({
    messages: [{ content: [{ text: 'Two' }, { image_url: { url: urlOf(PNG) } }] }],
  });
  await edit('Three', true);
  expect(lastCompletion(server)).toMatchObject({ messages: [{ content: 'Three' }] });
});

test('a model that takes no images says so beside the image, and nothing is sent', async ({
  launch,
  server,
}) => {
  server.offer(['gpt-3.5-turbo', 'gpt-4o']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await chooseModel(page, 'gpt-3.5-turbo');
  await choose(page, [CAT]);
  await expect(chips(page)).toContainText('gpt-3.5-turbo takes no images');
  await ask(page, 'What?');
  await expect(page.getByRole('alert').filter({ hasText: 'This model takes no images' })).toBeVisible();
  await expect(messageBox(page)).toHaveValue('What?');
  expect(lastCompletion(server)).toBeUndefined();
  await chooseModel(page, 'gpt-4o');
  await expect(chips(page)).not.toContainText('takes no images');
  await messageBox(page).press('Enter');
  await answered(page);
});

test('a chat with images goes on with a model that takes none: what is not sent is said before', async ({
  launch,
  server,
}) => {
  server.offer(['gpt-3.5-turbo', 'gpt-3.5-turbo-instruct', 'gpt-4o']);
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await chooseModel(page, 'gpt-4o');
  await choose(page, [CAT]);
  await ask(page, 'What is this?');
  await answered(page);
  const note = page.getByRole('status', { name: 'Context note' });
  await expect(note).toBeEmpty();
  for (const id of ['gpt-3.5-turbo', 'gpt-3.5-turbo-instruct']) {
    await chooseModel(page, id);
    await expect(note).toContainText('1 image of an earlier message will not be sent');
  }
  await chooseModel(page, 'gpt-3.5-turbo');
  await ask(page, 'Sure?');
  await expect(userMessages(page)).toHaveCount(2);
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ messages: [{ content: 'What is this?' }, {}, {}] });

  // The question itself is not asked without its image.
  const asked = server.requests.length;
  await page
    .getByRole('article', { name: 'Assistant message' })
    .first()
    .getByRole('button', { name: 'Regenerate' })
    .click();
  await expect(page.getByRole('alert')).toContainText('The question holds an image');
  expect(server.requests.slice(asked).filter(({ path }) => path.endsWith('/completions'))).toEqual([]);

  await chooseModel(page, 'gpt-4o');
  await expect(note).toBeEmpty();
  await ask(page, 'And now?');
  await expect(userMessages(page)).toHaveCount(3);
  await answered(page);
  expect(JSON.stringify(lastCompletion(server))).toContain('image_url');
});

test('the request of a message with an image can be read and is copied whole', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const noisy = makePng(1500, 1500);
  await choose(page, [{ ...CAT, buffer: Buffer.concat([noisy, Buffer.alloc(3_000_000, 7)]) }]);
  await ask(page, 'Big');
  await answered(page);
  // What stands above a button has come: it moves no more.
  await expect(userMessages(page).getByRole('img', { name: CAT.name })).toBeVisible();
  await page.getByRole('button', { name: 'Show request' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Request' });
  await expect(dialog).toContainText('characters of base64');
  await expect(dialog).toContainText('"text": "Big"');
  const copied = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        navigator.clipboard.writeText = async (text) => resolve(text);
      }),
  );
  await dialog.getByRole('button', { name: 'Copy JSON' }).first().click();
  expect(JSON.parse(await copied)).toEqual(lastCompletion(server));
});
