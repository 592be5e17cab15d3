import fc from 'fast-check';
import type { ReadyChat, ReadyMessage } from '../../main/backstage/import/ready-chat';
import type { AnswerFacts, MessageStatus, Role } from '../../preload/contract/history';
import type { MessagePart } from '../../preload/contract/parts';

const uuid = fc.uuid({ version: 7 });
const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
/** Any text at all: NUL, lone surrogates and quotes included. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

const part: fc.Arbitrary<MessagePart> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: anyText }),
  fc.record({ type: fc.constant('reasoning' as const), text: anyText }),
  fc.record({ type: fc.constant('toolCall' as const), id: anyText, name: anyText, arguments: anyText }),
  fc.record({ type: fc.constant('toolResult' as const), callId: anyText, text: anyText }),
);

const facts: fc.Arbitrary<AnswerFacts> = fc.record(
  {
    turnId: uuid,
    endpointId: fc.constantFrom('demo', 'imported'),
    model: anyText,
    answeredModel: fc.option(anyText),
    params: fc.record({
      systemPrompt: anyText,
      temperature: fc.constantFrom(0, 0.7, 2),
      stop: fc.constantFrom(['a'], ['\n', 'b']),
    }),
    continuesId: fc.constant(null),
    sentFromId: fc.constant(null),
    finishReason: fc.constantFrom('stop', 'length', null),
    usage: fc.option(
      fc.record({
        promptTokens: fc.nat(),
        completionTokens: fc.nat(),
        totalTokens: fc.nat(),
        cachedTokens: fc.nat(),
      }),
    ),
    price: fc.constant(null),
    systemFingerprint: fc.option(anyText),
    requestId: fc.option(anyText),
    timings: fc.option(
      fc.record({ headersMs: fc.option(fc.nat()), firstTokenMs: fc.constant(null), totalMs: fc.nat() }),
    ),
    error: fc.option(fc.record({ code: fc.constant('api.server' as const), message: anyText })),
    estimate: fc.option(fc.record({ promptTokens: fc.nat(), exact: fc.boolean() })),
    sent: fc.option(
      fc.record({
        url: anyText,
        body: fc.dictionary(fc.constantFrom('model', 'n', 'seed'), fc.oneof(fc.nat(), anyText)),
        headers: fc.array(fc.tuple(anyText, anyText), { maxLength: 2 }),
        digest: fc.option(anyText),
        tries: fc.option(fc.nat()),
        refusedParameter: fc.option(anyText),
      }),
    ),
    received: fc.constant(null),
    repeats: fc.constant(null),
  },
  { noNullPrototype: true },
);

interface Drawn {
  readonly id: string;
  readonly under: number;
  readonly role: Role;
  readonly status: MessageStatus;
  readonly name: string | null;
  readonly parts: readonly MessagePart[];
  readonly createdAt: number;
  readonly answer: AnswerFacts;
  readonly pinned: boolean;
  readonly hasLogprobs: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  id: uuid,
  under: fc.nat(),
  role: fc.constantFrom<Role[]>('system', 'developer', 'user', 'assistant', 'tool'),
  status: fc.constantFrom<MessageStatus[]>('complete', 'stopped', 'interrupted', 'failed'),
  name: fc.constantFrom(null, 'ada'),
  parts: fc.array(part, { maxLength: 3 }),
  createdAt: time,
  answer: facts,
  pinned: fc.boolean(),
  hasLogprobs: fc.boolean(),
});

const LOGPROBS = [
  { token: 'a', bytes: [97], logprob: -0.5, top: [{ token: 'b', bytes: null, logprob: null }] },
];

const messageOf = (each: Drawn, index: number, all: readonly Drawn[]): ReadyMessage => {
  // Under any message before it, or a root.
  const at = each.under % (index + 1);
  const answer = each.role === 'assistant' ? each.answer : null;
  return {
    id: each.id,
    parentId: at === index ? null : (all[at]?.id ?? null),
    role: each.role,
    status: each.status,
    name: each.name,
    parts: each.parts,
    createdAt: each.createdAt,
    answer,
    ...(each.pinned ? { pinned: true } : {}),
    logprobs: answer !== null && each.hasLogprobs ? LOGPROBS : null,
  };
};

/** A chat as a history may hold it: any tree, any text. */
export const randomChat: fc.Arbitrary<ReadyChat> = fc
  .record({
    id: uuid,
    title: fc.string({ unit: 'grapheme', maxLength: 20 }),
    createdAt: time,
    updatedAt: time,
    model: fc.constantFrom('', 'gpt-4o'),
    costUsd: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
    unpriced: fc.nat({ max: 5 }),
    pinnedAt: fc.option(time),
    archivedAt: fc.option(time),
    folder: fc.array(fc.constantFrom('Work', 'Birds', '旅行'), { maxLength: 3 }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', '水鸟'), { maxLength: 3 }),
    messages: fc.uniqueArray(drawn, { selector: ({ id }) => id, maxLength: 12 }),
    leaf: fc.nat(),
  })
  .map(({ messages, leaf, model, title, ...chat }) => {
    const ready = messages.map(messageOf);
    return {
      ...chat,
      // As titles are kept.
      title: title.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim(),
      options: { model, params: {} },
      leafId: ready[leaf % (ready.length + 1)]?.id ?? null,
      messages: ready,
    };
  });
