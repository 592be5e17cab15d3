import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OpCall, OpReply } from '../../../main/backstage/protocol';
import { RULE } from '../../support/turn-facts';
import { bundleForNode } from './bundle';
import { KEY, OPTIONS, requestFor, temporaryFolder } from './support';

/** Stands in for the port that Electron gives a utility process; the message 'crash' throws outside every call. */
const PORT = `
  process.parentPort = {
    on: (_, listener) => process.on('message', (data) => {
      if (data === 'crash') throw new Error('a prompt that nobody may see');
      listener({ data });
    }),
    postMessage: (reply) => process.send(reply),
  };`;

const startBackstage = async () => {
  const program = await bundleForNode('main/backstage/index.ts');
  const execArgv = ['--import', `data:text/javascript,${encodeURIComponent(PORT)}`];
  const child = fork(program, { execArgv });
  const replies: OpReply[] = [];
  child.on('message', (reply) => replies.push(reply as OpReply));
  const open: OpCall = {
    id: 1,
    op: 'history.open',
    input: { file: path.join(temporaryFolder(), 'history.db'), keyHex: KEY, liveMessageIds: [] },
  };
  child.send(open);
  await once(child, 'message');
  return { child, replies };
};

const longTurn = (id: number): OpCall => ({
  id,
  op: 'turn.begin',
  input: {
    origin: { kind: 'send', chatId: null, text: 'long '.repeat(1_000_000) },
    options: OPTIONS,
    endpointId: 'demo',
    rule: { ...RULE, contextWindow: null },
    request: requestFor(OPTIONS),
    price: null,
  },
});

describe('the backstage process', () => {
  it('answers calls by their ids, a quick one before a slow one that came first', async () => {
    const { child, replies } = await startBackstage();
    child.send(longTurn(2));
    child.send({ id: 3, op: 'chat.page', input: { cursor: null, limit: 9 } });
    while (replies.length < 3) await once(child, 'message');
    expect(replies.map((reply) => [reply.id, reply.result.ok])).toEqual([
      [1, true],
      [3, true],
      [2, true],
    ]);
    child.kill();
  });

  it('answers what waits and exits non-zero when something fails outside a call, saying nothing of its text', async () => {
    const { child, replies } = await startBackstage();
    child.send(longTurn(2));
    child.send('crash');
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(replies.slice(1)).toEqual([
      { id: 2, result: { ok: false, error: { code: 'internal', message: 'Error' } } },
    ]);
  });
});
