import { expect } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, chatList, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { killAll } from '../support/kill-all';

const ROUNDS = 20;
/** Numbered words, so that any gap or doubling inside what was kept shows. */
const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
/** Words are sent at this pace. */
const WORDS_PER_SECOND = 200;
/** The promise: at most 250 ms and one frame of text. */
const MAX_LOST_MS = 250 + 17;

test(`kill -9 in mid-stream, ${ROUNDS} times: at most 250 ms plus one frame of text is lost, nothing else`, async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const server = await startFaultServer({ reply: () => words(4000), tokensPerSecond: WORDS_PER_SECOND });
  const losses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { app, page } = await launch();
    if (round === 0) await saveServer(page, server.baseUrl);
    await ask(page, `Question ${round}`);
    await expect(assistantMessages(page)).toContainText('w20');
    // A different moment each round, deterministic: some early, some late.
    await expect(assistantMessages(page)).toContainText(`w${20 + ((round * 37) % 120)}`);
    const shown = await assistantMessages(page).innerText();
    await killAll(app);
    const lastShown = Number(
      shown
        .match(/w(\d+)/g)
        ?.at(-1)
        ?.slice(1),
    );

    const again = await launch();
    await chatList(again.page)
      .getByRole('button', { name: `Question ${round}`, exact: true })
      .click();
    await answered(again.page, 'interrupted');
    // The text is formatted a moment after its message is there.
    await expect(assistantMessages(again.page)).toContainText('w0');
    const kept = (await assistantMessages(again.page).textContent())?.match(/w\d+/g) ?? [];
    expect(kept).toEqual(words(kept.length).split(' '));
    losses.push(Math.max(0, lastShown + 1 - kept.length));
    await expect(assistantMessages(again.page).getByRole('button', { name: 'Continue' })).toBeVisible();
    await expect(chatList(again.page).getByRole('listitem')).toHaveCount(round + 1);
    await again.app.close();
  }
  const bound = Math.ceil((MAX_LOST_MS * WORDS_PER_SECOND) / 1000);
  console.log(`words lost per kill (bound ${bound}): ${losses.join(' ')}`);
  expect(Math.max(...losses)).toBeLessThanOrEqual(bound);
  await server.close();
});
