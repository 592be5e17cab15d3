import { expect, it } from 'vitest';
import { finishedAnswer } from '../../../main/chat/finished-answer';
import type { ChoiceOutcome, CompletionOutcome } from '../../../main/openai/stream-completion';
import { ask } from '../../support/turn-bench';

const CUT = { code: 'api.cut', message: '' } as const;
const choice = (finishReason: string | null): ChoiceOutcome => ({ finishReason, firstTokenMs: 5 });

const outcome = (
  choices: readonly ChoiceOutcome[],
  error: CompletionOutcome['error'] = null,
): CompletionOutcome => ({
  choices: new Map(choices.entries()),
  usage: null,
  model: null,
  systemFingerprint: null,
  requestId: null,
  sent: null,
  received: null,
  headersMs: null,
  totalMs: 9,
  error,
});

const [message] = ask('a').answers;
if (message === undefined) throw new Error('a turn without answer');
const live = { message, parts: [{ type: 'text', text: 'text' }], logprobs: '' } as const;

it.each([
  ['a whole reply', outcome([choice('stop')]), null, 'complete', null],
  ['a reply without finish reason', outcome([choice(null)]), null, 'complete', null],
  ['a cut reply', outcome([choice(null)], CUT), null, 'failed', 'api.cut'],
  [
    'a reply cut after its finish reason, which lost nothing',
    outcome([choice('stop')], CUT),
    null,
    'complete',
    null,
  ],
  ['a stopped reply', outcome([choice(null)]), 'stopped', 'stopped', null],
  ['a reply stopped after its last word', outcome([choice('stop')]), 'stopped', 'complete', null],
  ['a reply stopped before its first word', outcome([]), 'stopped', 'stopped', null],
  ['a reply at quit', outcome([choice(null)]), 'interrupted', 'interrupted', null],
  ['an answer the server never began', outcome([]), null, 'failed', 'api.unsupportedParameter'],
] as const)('%s ends rightly', (_, result, endedBy, status, code) => {
  const answer = finishedAnswer(live, 0, result, endedBy);
  expect([answer.status, answer.facts.error?.code ?? null, answer.parts]).toEqual([status, code, live.parts]);
});
