import { writeSync } from 'node:fs';
import { createBackstage } from '../../../main/backstage/backstage';
import type { BegunTurn, OpInput, OpName, OpOutput } from '../../../main/backstage/protocol';
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

const begin = (): Promise<BegunTurn> =>
  call('turn.begin', {
    origin: { kind: 'send', chatId: null, text: 'Write' },
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
  });

const [file = '', keyHex = ''] = process.argv.slice(2);
await call('history.open', { file, keyHex, liveMessageIds: [] });
for (;;) {
  const { answers } = await begin();
  const messageId = answers[0]?.id ?? '';
  say({ messageId, length: 0 });
  const lengths = Array.from({ length: 12 }, (_, index) => (index + 1) * 37);
  for (const length of lengths) {
    const offset = length - 37;
    await call('turn.journal', {
      pieces: [{ messageId, channel: 'text', offset, text: replyText(length).slice(offset) }],
    });
    say({ messageId, length });
  }
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
