import { callBackstage } from '../../support/call-backstage';
import { say } from '../../support/say';
import { NO_FACTS, QUICK_TURN } from '../../support/turn-facts';
import { replyText } from './reply-text';

/** Run as a process of its own: writes replies without end and says on stdout what was acknowledged, until it is killed. */
const call = callBackstage();

const acknowledge = (messageId: string, length: number): void => say(JSON.stringify({ messageId, length }));

const ORIGIN = { kind: 'send', chatId: null, text: 'Write' } as const;

/** Every other turn compares three answers. */
const begin = async (turn: number): Promise<readonly string[]> => {
  if (turn % 2 === 0) {
    const { answers } = await call('turn.begin', { origin: ORIGIN, ...QUICK_TURN });
    return answers.map(({ id }) => id);
  }
  const variants = [QUICK_TURN, QUICK_TURN, QUICK_TURN];
  const { requests } = await call('turn.compare', {
    origin: ORIGIN,
    chatOptions: QUICK_TURN.options,
    variants,
  });
  return requests.flatMap(({ answers }) => answers.map(({ id }) => id));
};

const [file = '', keyHex = ''] = process.argv.slice(2);
await call('history.open', { file, keyHex, liveMessageIds: [] });
for (let turn = 0; ; turn += 1) {
  const messageIds = await begin(turn);
  for (const messageId of messageIds) acknowledge(messageId, 0);
  const lengths = Array.from({ length: 12 }, (_, index) => (index + 1) * 37);
  for (const length of lengths) {
    const offset = length - 37;
    const piece = { channel: 'text', offset, text: replyText(length).slice(offset) } as const;
    await call('turn.journal', { pieces: messageIds.map((messageId) => ({ messageId, ...piece })) });
    for (const messageId of messageIds) acknowledge(messageId, length);
  }
  for (const messageId of messageIds) {
    await call('turn.finish', {
      messageId,
      status: 'complete',
      parts: [{ type: 'text', text: replyText(500) }],
      logprobs: '',
      facts: NO_FACTS,
    });
    acknowledge(messageId, 500);
  }
}
