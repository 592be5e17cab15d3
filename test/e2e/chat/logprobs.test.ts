import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, beforeAsking, lastCompletion, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

const start = async (page: Page, server: FaultServer, model: string, params: object): Promise<void> => {
  server.offer([model]);
  await saveServer(page, server.baseUrl);
  await page.evaluate((newChat) => parlance.request['settings.update']({ newChat }), { model, params });
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
};

const logprobs = { logprobs: true, topLogprobs: 3 };

const tokensOf = async (article: Locator): Promise<Locator> => {
  await article.getByRole('button', { name: 'Logprobs' }).click();
  return article.getByRole('listbox', { name: 'Tokens' });
};

const percent = /\d%$/;

test('each of several answers is shown as its tokens, and goes on from another token exactly as it is then sent', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: (_, index) => `Answer ${index} is here 👋` });
  const { page } = await launch();
  await start(page, server, 'gpt-4o', { ...logprobs, n: 2 });
  await ask(page, 'Hello');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({ logprobs: true, top_logprobs: 3, n: 2 });
  const second = assistantMessages(page).nth(1);
  const tokens = await tokensOf(second);
  await expect(tokens).toHaveText('Answer 1 is here 👋');
  await expect(assistantMessages(page).first().getByRole('listbox')).toHaveCount(0);
  await expect(second.getByText(/^6 tokens · mean probability .*% · perplexity /)).toBeVisible();
  await expect(second.getByRole('list', { name: 'Probability' }).getByRole('listitem')).toHaveCount(5);
  const options = tokens.getByRole('option');
  await expect(options.first()).toHaveAccessibleName(/^“Answer”, \d/);
  await expect(options.first()).toHaveAttribute('title', percent);
  // The two halves of 👋, each with what it is a part of.
  await expect(options.nth(4)).toHaveAccessibleName(/part of “👋”/);
  await expect(options.nth(5)).toHaveAccessibleName(/part of “👋”/);

  await tokens.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const alternatives = page.getByRole('dialog', { name: 'Alternatives to “␣is”' });
  await expect(alternatives.getByRole('listitem')).toHaveCount(3);
  await expect(alternatives.getByText('chosen')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tokens).toBeFocused();
  await page.keyboard.press('Enter');
  await alternatives.getByRole('button', { name: 'Branch with “␣the”' }).click();
  await expect
    .poll(() => lastCompletion(server))
    .toMatchObject({
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Answer 1 the' },
      ],
    });
  await answered(page);
  const branch = assistantMessages(page).last();
  await expect(branch).toContainText('Answer 1 theAnswer 0 is here 👋');
  await branch.getByRole('button', { name: 'Show request' }).click();
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Sent' })).toContainText('byte for byte');
  await server.close();
});

test('a legacy reply has its tokens too, and goes on from another one by its prompt', async ({ launch }) => {
  const server = await startFaultServer({ reply: () => ' Once upon 👋' });
  const { page } = await launch();
  await start(page, server, 'gpt-3.5-turbo-instruct', logprobs);
  await ask(page, 'Tell');
  await answered(page);
  const tokens = await tokensOf(assistantMessages(page).last());
  await expect(tokens).toHaveText(' Once upon 👋');
  await tokens.getByRole('option').nth(1).click();
  const alternatives = page.getByRole('dialog', { name: 'Alternatives to “␣upon”' });
  await beforeAsking(page);
  await alternatives.getByRole('button', { name: 'Branch with “␣a”' }).click();
  await expect
    .poll(() => lastCompletion(server))
    .toMatchObject({ prompt: 'User: Tell\n\nAssistant: Once a', logprobs: 3 });
  await answered(page);
  const branch = assistantMessages(page).last();
  await expect(branch).toContainText('Once a Once upon');
  await expect(await tokensOf(branch)).toHaveText(' Once upon 👋');
  await server.close();
});

test('ten thousand tokens are all shown, and those of a reply without probabilities are not offered', async ({
  launch,
}) => {
  const server = await startFaultServer({ reply: () => 'word '.repeat(10_000) });
  const { page } = await launch();
  await start(page, server, 'gpt-4o', logprobs);
  await ask(page, 'Much');
  await answered(page);
  const tokens = await tokensOf(assistantMessages(page).last());
  await expect(tokens.getByRole('option')).toHaveCount(10_001);
  await tokens.focus();
  await page.keyboard.press('End');
  await expect(tokens.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await expect(tokens.getByRole('option').last()).toBeInViewport();
  await assistantMessages(page).last().getByRole('button', { name: 'Logprobs' }).click();
  await expect(page.getByRole('listbox', { name: 'Tokens' })).toHaveCount(0);
  await start(page, server, 'gpt-4o', {});
  await ask(page, 'Plain');
  await answered(page);
  await expect(page.getByRole('button', { name: 'Copy', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Logprobs' })).toHaveCount(0);
  await server.close();
});
