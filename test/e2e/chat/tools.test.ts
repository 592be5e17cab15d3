import { expect, type Locator, type Page } from '@playwright/test';
import { EXAMPLE_TOOLS } from '../../../renderer/features/tools/example-tools';
import type { FaultServer } from '../../support/fault-server';
import { callDeltas, streamOf } from '../../support/sse';
import {
  answered,
  ask,
  assistantMessages,
  generationSettings,
  lastCompletion,
  saveServer,
  startDemo,
} from '../support/drive';
import { test } from '../support/fixtures';

const TWO_CALLS = streamOf(
  [
    { content: 'Let me look.' },
    ...callDeltas(0, 'call_a', 'get_weather', ['{"location":', '"Oslo","unit":"celsius"}']),
    ...callDeltas(1, 'call_b', 'get_weather', ['{"location": 5']),
  ],
  'tool_calls',
);

const answerRaw = (server: FaultServer, text: string): void =>
  server.fail({ kind: 'raw', contentType: 'text/event-stream', text }, 1);

const resultBox = (page: Page, at = 0): Locator =>
  page.getByRole('textbox', { name: 'Result of get_weather', exact: true }).nth(at);
const sendResults = (page: Page): Locator => page.getByRole('button', { name: 'Send results' });
const toolMessages = (page: Page): Locator => page.getByRole('article', { name: 'Tool message' });

const messagesSent = (server: FaultServer): readonly unknown[] =>
  (lastCompletion(server) as { readonly messages: readonly unknown[] }).messages;

const offerTools = async (page: Page): Promise<Locator> => {
  const panel = await generationSettings(page);
  await panel.getByRole('button', { name: 'Insert example' }).click();
  await expect(panel.getByRole('textbox', { name: 'Tools' })).toHaveValue(EXAMPLE_TOOLS);
  return panel;
};

const WIRE_CALLS = [
  { role: 'user', content: 'Weather?' },
  {
    role: 'assistant',
    content: 'Let me look.',
    tool_calls: [
      {
        id: 'call_a',
        type: 'function',
        function: { name: 'get_weather', arguments: '{"location":"Oslo","unit":"celsius"}' },
      },
      { id: 'call_b', type: 'function', function: { name: 'get_weather', arguments: '{"location": 5' } },
    ],
  },
];

test('tools are sent as typed, and results of parallel calls go back whole and exactly', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const panel = await offerTools(page);
  await panel.getByRole('combobox', { name: 'Tool choice' }).click();
  await page.getByRole('option', { name: 'get_weather' }).click();
  await panel.getByRole('combobox', { name: 'Parallel tool calls' }).click();
  await page.getByRole('option', { name: 'Yes' }).click();
  answerRaw(server, TWO_CALLS);
  await ask(page, 'Weather?');
  await answered(page);
  expect(lastCompletion(server)).toMatchObject({
    tools: JSON.parse(EXAMPLE_TOOLS),
    tool_choice: { type: 'function', function: { name: 'get_weather' } },
    parallel_tool_calls: true,
  });
  const reply = assistantMessages(page).first();
  await expect(reply.getByRole('group', { name: 'Call of get_weather' })).toHaveCount(2);
  await expect(reply).toContainText('"unit": "celsius"');
  await expect(reply).toContainText('not valid JSON');
  await expect(reply).toContainText('Ended with a tool call');
  await expect(reply.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  await resultBox(page).fill('{"temp": 3}');
  await expect(sendResults(page)).toBeDisabled();
  await resultBox(page, 1).fill('unknown place');
  await sendResults(page).click();
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  expect(messagesSent(server)).toEqual([
    ...WIRE_CALLS,
    { role: 'tool', content: '{"temp": 3}', tool_call_id: 'call_a' },
    { role: 'tool', content: 'unknown place', tool_call_id: 'call_b' },
  ]);
  await expect(toolMessages(page)).toHaveCount(2);
  await expect(resultBox(page)).toHaveCount(0);
});

test('half-typed results survive another chat and a reload; a result can be edited', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  await offerTools(page);
  answerRaw(server, TWO_CALLS);
  await ask(page, 'Weather?');
  await answered(page);
  await resultBox(page).fill('half');
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await page
    .getByRole('list', { name: 'Chats' })
    .getByRole('button', { name: 'Weather?', exact: true })
    .click();
  await expect(resultBox(page)).toHaveValue('half');
  await resultBox(page, 1).fill('other');
  await resultBox(page, 1).blur();
  await page.reload();
  await expect(resultBox(page)).toHaveValue('half');
  await expect(resultBox(page, 1)).toHaveValue('other');
  await sendResults(page).click();
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  await toolMessages(page).first().getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Edit message' }).fill('whole');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(toolMessages(page).first()).toContainText('whole');
  await assistantMessages(page).last().getByRole('button', { name: 'Regenerate' }).click();
  await expect
    .poll(() => messagesSent(server).at(2))
    .toEqual({
      role: 'tool',
      content: 'whole',
      tool_call_id: 'call_a',
    });
});

test('what the API would refuse is said before it is sent, with a way out', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  answerRaw(server, TWO_CALLS);
  await ask(page, 'Weather?');
  await answered(page);
  const before = server.requests.filter(({ path }) => path === '/chat/completions').length;
  await ask(page, 'never mind');
  await expect(page.getByRole('alert')).toContainText('has no result');
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(before);
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue('never mind');
  await resultBox(page).fill('a');
  await resultBox(page, 1).fill('b');
  await sendResults(page).click();
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  await assistantMessages(page).first().getByRole('button', { name: 'Delete' }).click();
  await expect(toolMessages(page).first()).toContainText('answers no call');
  await toolMessages(page).first().getByRole('button', { name: 'Delete this result' }).click();
  await toolMessages(page).first().getByRole('button', { name: 'Delete this result' }).click();
  await expect(toolMessages(page)).toHaveCount(0);
});

test('broken tools are said beside the field, with the tool that is wrong, and nothing is sent', async ({
  launch,
  server,
}) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl);
  const panel = await generationSettings(page);
  const field = panel.getByRole('textbox', { name: 'Tools' });
  await field.fill('[{"type": "function", "function": {"name": "f"}}, {"type": "function"}]');
  await expect(panel).toContainText('Tool 2 is no function');
  await ask(page, 'q');
  await expect(page.getByText('Nothing was sent')).toBeVisible();
  expect(server.requests.filter(({ path }) => path === '/chat/completions')).toHaveLength(0);
  await field.fill('');
  await ask(page, 'q');
  await answered(page);
  expect(lastCompletion(server)).not.toHaveProperty('tools');
});

test('the demo calls the tool and takes its result', async ({ launch }) => {
  const { page } = await launch();
  await startDemo(page);
  await offerTools(page);
  await ask(page, 'Weather?');
  await answered(page);
  await expect(page.getByRole('group', { name: 'Call of get_weather' })).toContainText(
    '"location": "example"',
  );
  await resultBox(page).fill('sunny');
  await resultBox(page).press('Control+Enter');
  await expect(assistantMessages(page)).toHaveCount(2);
  await answered(page);
  await expect(assistantMessages(page).last()).toContainText('sunny');
});
