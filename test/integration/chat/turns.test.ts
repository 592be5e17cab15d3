import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BegunTurn } from '../../../main/backstage/protocol';
import { completionBody } from '../../../main/openai/request-body';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { ask, echoServer, LONG, MODEL, textNow, turnBench } from '../../support/turn-bench';

let server: FaultServer;
beforeEach(async () => {
  server = await echoServer();
});
afterEach(() => server.close());

const setUp = (begun: readonly BegunTurn[], silenceMs?: number) =>
  turnBench(server.baseUrl, begun, silenceMs);

describe('a turn', () => {
  it('tells the page, journals, and writes the whole answer once', async () => {
    const turn = ask('a');
    const { history, turns, start, pageText, changed, log } = setUp([turn]);
    start(turn);
    expect(turns.busyChatIds()).toEqual(['a']);
    await turns.waitForAll();
    const answer = history.finished.get('a-0');
    expect(answer?.status).toBe('complete');
    expect(history.finishedText('a-0')).toBe(`question of a#0 ${LONG}`);
    expect(answer?.facts).toMatchObject({ finishReason: 'stop', answeredModel: 'test-model', error: null });
    expect(pageText('a-0')).toBe(history.finishedText('a-0'));
    expect(changed.map(({ status }) => status)).toEqual(['complete']);
    expect(log).toEqual(['started a', 'ended a']);
    expect(turns.busyChatIds()).toEqual([]);
  });

  it('maps n answers to their messages', async () => {
    const turn = ask('a', 3);
    const { history, turns, start } = setUp([turn]);
    start(turn, { n: 3 });
    await turns.waitForAll();
    for (const index of [0, 1, 2])
      expect(history.finishedText(`a-${index}`)).toBe(`question of a#${index} ${LONG}`);
  });

  it('says so when the server makes fewer answers than asked for', async () => {
    const turn = ask('a', 2);
    const { history, turns, start } = setUp([turn]);
    start(turn);
    await turns.waitForAll();
    expect(history.finished.get('a-0')?.status).toBe('complete');
    expect(history.finished.get('a-1')).toMatchObject({
      status: 'failed',
      facts: { error: { detail: { parameter: 'n' } } },
    });
  });

  it('that continues keeps the old text and counts on from it', async () => {
    const turn = ask('a', 1, 'so far ');
    const { history, turns, start, pageText } = setUp([turn]);
    start(turn);
    await turns.waitForAll();
    expect(history.finishedText('a-0')).toBe(`so far question of a#0 ${LONG}`);
    expect(pageText('a-0', 'so far ')).toBe(history.finishedText('a-0'));
  });

  it('tells of a retry with its chat', async () => {
    const turn = ask('a');
    const { turns, start, retries } = setUp([turn]);
    server.fail({ kind: 'status', status: 500, headers: { 'retry-after-ms': '1' } }, 1);
    start(turn);
    await turns.waitForAll();
    expect(retries).toMatchObject([
      { chatId: 'a', attempt: 1, maxAttempts: 2, error: { code: 'api.server' } },
    ]);
  });

  it.each([
    [{ kind: 'reset', after: 50 }, 'api.cut'],
    [{ kind: 'stall', after: 50 }, 'api.silence'],
  ] as const)('that fails by %j keeps what came beside its error', async (fault, code) => {
    const turn = ask('a');
    const { history, turns, start, pageText } = setUp([turn], 1000);
    server.fail(fault);
    start(turn);
    await turns.waitForAll();
    const answer = history.finished.get('a-0');
    expect(answer).toMatchObject({ status: 'failed', facts: { error: { code } } });
    expect(history.finishedText('a-0')).toMatch(/^question of a#0 word0 /);
    expect(pageText('a-0')).toBe(history.finishedText('a-0'));
  });

  it('of an endpoint whose address is none fails instead of hanging', async () => {
    const turn = ask('a');
    const { history, turns } = setUp([turn]);
    const endpoint = {
      id: 'x',
      kind: 'compatible',
      baseUrl: 'nonsense',
      apiVersion: null,
      apiKey: null,
    } as const;
    turns.start({ begun: turn, endpoint, body: completionBody([], {}, MODEL) });
    await turns.waitForAll();
    expect(history.finished.get('a-0')?.status).toBe('failed');
  });
});

describe('turns side by side', () => {
  it('do not mix', async () => {
    const chats = ['a', 'b', 'c', 'd'].map((id) => ask(id));
    const { history, turns, start, pageText } = setUp(chats);
    for (const turn of chats) start(turn);
    await turns.waitForAll();
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(history.finishedText(`${id}-0`)).toBe(`question of ${id}#0 ${LONG}`);
      expect(pageText(`${id}-0`)).toBe(`question of ${id}#0 ${LONG}`);
    }
  });

  it('of one chat, which are compared, begin and end as one and stop one by one', async () => {
    const begun = ask('a', 3);
    const requests = begun.answers.map((answer) => ({ ...begun, answers: [answer] }));
    const { history, turns, start, log } = setUp([begun]);
    server.fail({ kind: 'stall', after: 20 });
    for (const request of requests) start(request);
    const [one, two, three] = requests;
    await expect.poll(() => requests.every((request) => textNow(turns, request).length > 5)).toBe(true);
    expect(turns.busyChatIds()).toEqual(['a']);
    expect(() => turns.claim('a')).toThrow(expect.objectContaining({ code: 'chat.busy' }));
    turns.stop('a', two?.answers[0]?.id);
    await expect.poll(() => history.finished.get('a-1')?.status).toBe('stopped');
    expect([...history.finished.keys()]).toEqual(['a-1']);
    expect(log).toEqual(['started a']);
    expect(textNow(turns, one ?? begun)).toMatch(/^question of a#0/);
    expect(textNow(turns, three ?? begun)).toMatch(/^question of a#0/);
    turns.stop('a');
    await turns.waitForAll();
    expect([...history.finished.values()].map(({ status }) => status)).toEqual([
      'stopped',
      'stopped',
      'stopped',
    ]);
    expect(log).toEqual(['started a', 'ended a']);
  });

  it('of one chat leave each other alone when one fails, and its retry names its own answer', async () => {
    const begun = ask('a', 3);
    const { history, turns, start, retries } = setUp([begun]);
    server.fail({ kind: 'status', status: 500, headers: { 'retry-after-ms': '1' } }, 3);
    const [one, ...others] = begun.answers.map((answer) => ({ ...begun, answers: [answer] }));
    if (one !== undefined) start(one);
    await expect.poll(() => history.finished.get('a-0')?.status).toBe('failed');
    for (const other of others) start(other);
    await turns.waitForAll();
    expect(retries.map(({ messageIds }) => messageIds)).toEqual([['a-0'], ['a-0']]);
    expect(history.finished.get('a-1')?.status).toBe('complete');
    expect(history.finished.get('a-2')?.status).toBe('complete');
  });

  it('tell the page of a frame at once, not each for itself', async () => {
    const slow = await startFaultServer({ reply: () => LONG, tokensPerSecond: 1000 });
    const chats = ['a', 'b', 'c', 'd'].map((id) => ask(id));
    const { turns, start, batches, pageText } = turnBench(slow.baseUrl, chats);
    for (const turn of chats) start(turn);
    await turns.waitForAll();
    await slow.close();
    const shared = batches.filter((batch) => new Set(batch.map(({ chatId }) => chatId)).size === 4);
    expect(shared.length).toBeGreaterThan(5);
    for (const id of ['a', 'b', 'c', 'd']) expect(pageText(`${id}-0`)).toBe(LONG);
  });

  it('are one per chat, however quickly one clicks', () => {
    const { turns } = setUp([]);
    const release = turns.claim('a');
    expect(() => turns.claim('a')).toThrow(expect.objectContaining({ code: 'chat.busy' }));
    release();
    expect(() => turns.claim('a')).not.toThrow();
  });

  it('stop one by one', async () => {
    const [first, second] = [ask('a'), ask('b')];
    const { history, turns, start } = setUp([first, second]);
    server.fail({ kind: 'stall', after: 20 });
    start(first);
    start(second);
    await expect
      .poll(() => Math.min(textNow(turns, first).length, textNow(turns, second).length))
      .toBeGreaterThan(5);
    turns.stop('a');
    await expect.poll(() => turns.busyChatIds()).toEqual(['b']);
    expect(history.finished.get('a-0')).toMatchObject({ status: 'stopped', facts: { error: null } });
    expect(history.finishedText('a-0')).toMatch(/^question of a#0/);
    await turns.interruptAll();
    expect(history.finished.get('b-0')?.status).toBe('interrupted');
  });
});
