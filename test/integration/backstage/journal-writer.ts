import { writeSync } from 'node:fs';
import { createBackstage } from '../../../main/backstage/backstage';
import type { OpInput, OpName, OpOutput } from '../../../main/backstage/protocol';
import { replyText } from './reply-text';

/** Run as a process of its own: writes replies without end and says on stdout what was acknowledged, until it is killed. */
const backstage = createBackstage();
let lastId = 0;

const call = async <N extends OpName>(op: N, input: OpInput<N>): Promise<OpOutput<N>> => {
  lastId += 1;
  const { result } = await backstage.handle({ id: lastId, op, input });
  if (!result.ok) throw new Error(result.error.code);
  return result.value as OpOutput<N>;
};

const say = (line: object): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const VARIANT = {
  options: { model: 'm', params: {} },
  endpointId: 'demo',
  rule: {
    encoding: 'cl100k_base',
    contextWindow: null,
    reservedTokens: 0,
    replyBound: null,
    perMessage: 3,
    perName: 1,
    priming: 3,
  },
  request: { url: 'http://127.0.0.1:1', body: {} },
  price: null,
} as const;

const ORIGIN = { kind: 'send', chatId: null, text: 'Write' } as const;

/** Every other turn compares three answers. */
const begin = async (turn: number): Promise<readonly string[]> => {
  if (turn % 2 === 0) {
    const { answers } = await call('turn.begin', { origin: ORIGIN, ...VARIANT });
    return answers.map(({ id }) => id);
  }
  const variants = [VARIANT, VARIANT, VARIANT];
  const { requests } = await call('turn.compare', { origin: ORIGIN, chatOptions: VARIANT.options, variants });
  return requests.flatMap(({ answers }) => answers.map(({ id }) => id));
};

const [file = '', keyHex = ''] = process.argv.slice(2);
await call('history.open', { file, keyHex, liveMessageIds: [] });
for (let turn = 0; ; turn += 1) {
  const messageIds = await begin(turn);
  for (const messageId of messageIds) say({ messageId, length: 0 });
  const lengths = Array.from({ length: 12 }, (_, index) => (index + 1) * 37);
  for (const length of lengths) {
    const offset = length - 37;
    const piece = { channel: 'text', offset, text: replyText(length).slice(offset) } as const;
    await call('turn.journal', { pieces: messageIds.map((messageId) => ({ messageId, ...piece })) });
    for (const messageId of messageIds) say({ messageId, length });
  }
  for (const messageId of messageIds) {
    await call('turn.finish', {
      messageId,
      status: 'complete',
      parts: [{ type: 'text', text: replyText(500) }],
      logprobs: '',
      facts: {
        answeredModel: null,
        finishReason: 'stop',
        usage: null,
        systemFingerprint: null,
        requestId: null,
        timings: null,
        error: null,
        received: null,
      },
    });
    say({ messageId, length: 500 });
  }
}
