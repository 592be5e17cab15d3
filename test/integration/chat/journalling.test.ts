import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BegunTurn } from '../../../main/backstage/protocol';
import { withLiveTexts } from '../../../main/chat/live-transcript';
import { completionBody } from '../../../main/openai/request-body';
import { textOf } from '../../../preload/contract/parts';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { ask, echoServer, LONG, MODEL, textNow, turnBench } from '../../support/turn-bench';

let server: FaultServer;
beforeEach(async () => {
  server = await echoServer();
});
afterEach(() => server.close());

const setUp = (begun: readonly BegunTurn[], silenceMs?: number) =>
  turnBench(server.baseUrl, begun, silenceMs);

describe('a page that loads in mid-stream', () => {
  it('gets the text in memory, which is newer than the database', async () => {
    const turn = ask('a');
    const { turns, start } = setUp([turn]);
    server.fail({ kind: 'stall', after: 20 });
    start(turn);
    await expect.poll(() => textNow(turns, turn).length).toBeGreaterThan(5);
    const entries = turn.answers.map((message) => ({ message, siblingIds: [], answers: [] }));
    const page = withLiveTexts({ entries, from: 0, length: 1 }, (message) => turns.current(message));
    expect(textOf(page.entries[0]?.message.parts ?? [])).toBe(textNow(turns, turn));
    await turns.interruptAll();
    expect(textNow(turns, turn)).toBe('');
  });
});

it('an answer that could not be written is written by itself once the disk has room again', async () => {
  const turn = ask('a');
  const { history, turns, start } = setUp([turn]);
  history.away = -1;
  start(turn);
  await turns.waitForAll();
  history.away = 0;
  await expect.poll(() => history.finishedText('a-0'), { timeout: 10_000 }).toBe(`question of a#0 ${LONG}`);
  expect(turns.liveMessageIds()).toEqual([]);
});

describe('when backstage is away', () => {
  it('for a moment, nothing is lost and the answer is written in the end', async () => {
    const turn = ask('a');
    const { history, turns, start } = setUp([turn]);
    history.away = 3;
    start(turn);
    await turns.waitForAll();
    expect(history.finished.get('a-0')).toMatchObject({
      status: 'complete',
      parts: [{ text: `question of a#0 ${LONG}` }],
    });
  });

  it('for good, the text stays in memory, the page is told, and it is written when the history is back', async () => {
    const turn = ask('a');
    const { history, turns, start, changed } = setUp([turn]);
    history.away = -1;
    start(turn);
    await turns.waitForAll();
    expect(changed).toMatchObject([{ status: 'complete', answer: { error: { code: 'history.diskFull' } } }]);
    expect(turn.answers.map((message) => turns.current(message))).toMatchObject([
      { status: 'complete', parts: [{ text: `question of a#0 ${LONG}` }] },
    ]);
    expect(turns.liveMessageIds()).toEqual(['a-0']);
    await turns.saveUnsaved();
    expect(turns.liveMessageIds()).toEqual(['a-0']);
    history.away = 0;
    await turns.saveUnsaved();
    expect(history.finishedText('a-0')).toBe(`question of a#0 ${LONG}`);
    expect(turns.liveMessageIds()).toEqual([]);
  });
});

it('the journal follows a slow reply, so that a crash costs little', async () => {
  const slow = await startFaultServer({ reply: () => LONG, tokensPerSecond: 400 });
  const turn = ask('a');
  const { history, turns } = setUp([turn]);
  const endpoint = {
    id: 'x',
    kind: 'compatible',
    baseUrl: slow.baseUrl,
    apiVersion: null,
    apiKey: null,
  } as const;
  turns.start({ begun: turn, endpoint, body: completionBody([], {}, MODEL) });
  await expect.poll(() => history.journalWrites, { timeout: 10_000 }).toBeGreaterThan(2);
  const live = textNow(turns, turn);
  expect(live.startsWith(history.texts.get('a-0') ?? '?')).toBe(true);
  await turns.interruptAll();
  await slow.close();
});
