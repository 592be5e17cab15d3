import { expect } from '@playwright/test';
import { callDeltas, streamOf } from '../../support/sse';
import { answered, ask, assistantMessages, chatList, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { killAll } from '../support/kill-all';

/** What a server has sent when it falls silent: no end, and half of the arguments. */
const BEGUN = streamOf(
  [
    { reasoning_content: 'I need the weather.' },
    { content: 'Let me look.' },
    ...callDeltas(0, 'call_a', 'get_weather', ['{"location": ', '"Os']),
  ],
  'x',
)
  .split('\n\n')
  .slice(0, -3)
  .join('\n\n');

test('kill -9 in mid-call loses neither the thoughts nor the half call', async ({ launch, server }) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl);
  server.fail({ kind: 'raw', contentType: 'text/event-stream', text: `${BEGUN}\n\n`, staysOpen: true }, 1);
  await ask(page, 'Weather?');
  await expect(page.getByRole('group', { name: 'Call of get_weather' })).toContainText('"Os');
  await expect(assistantMessages(page)).toHaveAttribute('data-status', 'streaming');
  // It streams: what is unfolded now grows from what is there.
  await page.getByRole('button', { name: 'Reasoning' }).click();
  await expect(assistantMessages(page)).toContainText('I need the weather.');
  // A page that loads now gets everything from memory, and by then the journal has it.
  await page.reload();
  await expect(page.getByRole('group', { name: 'Call of get_weather' })).toContainText('"Os');
  await killAll(app);

  const again = await launch();
  await chatList(again.page).getByRole('button', { name: 'Weather?', exact: true }).click();
  await answered(again.page, 'interrupted');
  const reply = assistantMessages(again.page);
  await expect(reply).toContainText('Let me look.');
  await expect(reply.getByRole('group', { name: 'Call of get_weather' })).toContainText('{"location": "Os');
  await expect(reply).toContainText('not valid JSON');
  await reply.getByRole('button', { name: 'Reasoning' }).click();
  await expect(reply).toContainText('I need the weather.');
});
