import { describe, expect, it } from 'vitest';
import type { JournalPiece } from '../../../main/backstage/protocol-answers';
import { NO_FACTS, RULE } from '../../support/turn-facts';
import { first, OPTIONS, openDriver, requestFor, textOf, textsOf } from './support';

describe('turn.begin', () => {
  it('makes the chat, the question and n placeholders, and says what to send', async () => {
    const { driver } = await openDriver();
    await driver.call('draft.save', { chatId: null, text: 'What is', options: OPTIONS });
    const options = { model: 'gpt-4o', params: { n: 3, systemPrompt: 'Be brief.', temperature: 0 } };
    const turn = await driver.begin({ kind: 'send', chatId: null, text: '\n What is π?\nSay.' }, { options });
    expect(turn.opened.chat).toMatchObject({ title: 'What is π?', options, leafId: turn.answers[0]?.id });
    expect(turn.prompt).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: '\n What is π?\nSay.' },
    ]);
    expect(turn.answers).toHaveLength(3);
    expect(new Set(turn.answers.map((answer) => answer.answer?.turnId)).size).toBe(1);
    for (const answer of turn.answers) {
      expect(answer).toMatchObject({ role: 'assistant', status: 'streaming', chatId: turn.opened.chat.id });
      expect(answer.answer).toMatchObject({ model: 'gpt-4o', endpointId: 'demo', params: options.params });
    }
    const [question, answers] = turn.opened.transcript.entries;
    expect(answers?.answers.map((answer) => answer.id)).toEqual(turn.answers.map((answer) => answer.id));
    expect(answers?.siblingIds).toEqual(turn.answers.map((answer) => answer.id));
    expect(question?.answers).toEqual([]);
    expect(await driver.call('draft.read', { chatId: null })).toBeNull();
  });

  it('hangs a message under the current leaf and sends the path between', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'one', 'uno');
    const turn = await driver.exchange(opened.chat.id, 'two', 'due');
    expect(turn.prompt.map((message) => message.content)).toEqual(['one', 'uno', 'two']);
    expect(turn.opened.chat.id).toBe(opened.chat.id);
  });

  it('edits by a sibling, from the root as well, and forgets no branch', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'one', 'uno');
    const chatId = opened.chat.id;
    const edited = await driver.exchange(chatId, 'ONE', 'UNO', null);
    expect(edited.prompt.map((message) => message.content)).toEqual(['ONE']);
    const [question] = edited.opened.transcript.entries;
    expect(question?.siblingIds).toHaveLength(2);
    const back = await driver.call('chat.selectBranch', {
      chatId,
      messageId: first(question?.siblingIds ?? []),
      limit: 9,
    });
    expect(textsOf(back.transcript.entries)).toEqual(['one', 'uno']);
    expect(textsOf((await driver.call('chat.open', { chatId, limit: 9 })).transcript.entries)).toEqual([
      'one',
      'uno',
    ]);
  });

  it('branches from an earlier message and comes back to the newest leaf under it', async () => {
    const { driver } = await openDriver();
    const one = await driver.exchange(null, 'one', 'uno');
    const chatId = one.opened.chat.id;
    const uno = first(one.answers).id;
    await driver.exchange(chatId, 'two', 'due');
    const branch = await driver.exchange(chatId, 'zwei', 'deux', uno);
    expect(branch.prompt.map((message) => message.content)).toEqual(['one', 'uno', 'zwei']);
    const two = branch.opened.transcript.entries[2]?.siblingIds[0] ?? '';
    const texts = async (messageId: string) =>
      textsOf((await driver.call('chat.selectBranch', { chatId, messageId, limit: 9 })).transcript.entries);
    expect(await texts(two)).toEqual(['one', 'uno', 'two', 'due']);
    expect(await texts(uno)).toEqual(['one', 'uno', 'zwei', 'deux']);
  });

  it('leaves the draft of the composer alone when an older message is edited', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'one', 'uno');
    const chatId = opened.chat.id;
    await driver.call('draft.save', { chatId, text: 'unsent thought', options: null });
    await driver.exchange(chatId, 'ONE', 'UNO', null);
    expect(await driver.call('draft.read', { chatId })).toMatchObject({ text: 'unsent thought' });
    await driver.exchange(chatId, 'unsent thought, done', 'x');
    expect(await driver.call('draft.read', { chatId })).toBeNull();
  });

  it('regenerates below the same question, whichever answer is named', async () => {
    const { driver } = await openDriver();
    const one = await driver.exchange(null, 'one', 'uno');
    const chatId = one.opened.chat.id;
    await driver.exchange(chatId, 'two', 'due');
    const again = await driver.begin({ kind: 'regenerate', chatId, messageId: first(one.answers).id });
    expect(again.prompt).toEqual([{ role: 'user', content: 'one' }]);
    expect(again.opened.transcript.entries[1]?.siblingIds).toEqual([
      first(one.answers).id,
      first(again.answers).id,
    ]);
    expect(again.opened.chat.leafId).toBe(first(again.answers).id);
    expect(again.opened.transcript.entries[1]?.answers).toEqual([]);
  });

  it('continues a cut reply by a sibling that begins with its text', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'count' });
    const cut = first(turn.answers).id;
    await driver.finish(cut, 'one, two,', { status: 'stopped' });
    const chatId = turn.opened.chat.id;
    const options = { model: 'gpt-4o', params: { n: 4 } };
    const on = await driver.begin({ kind: 'continue', chatId, messageId: cut }, { options });
    expect(on.prompt).toEqual([
      { role: 'user', content: 'count' },
      { role: 'assistant', content: 'one, two,' },
    ]);
    expect(on.answers).toHaveLength(1);
    expect(textOf(on.answers[0])).toBe('one, two,');
    expect(on.answers[0]?.answer?.continuesId).toBe(cut);
    expect(on.opened.transcript.entries[1]?.siblingIds).toEqual([cut, first(on.answers).id]);
  });

  it('refuses to continue a question, to answer below a streaming reply and to send nothing', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const chatId = turn.opened.chat.id;
    const question = first(turn.opened.transcript.entries).message.id;
    const answer = first(turn.answers).id;
    const base = {
      options: OPTIONS,
      endpointId: 'demo',
      rule: RULE,
      request: requestFor(OPTIONS),
      price: null,
    };
    const code = async (origin: Parameters<typeof driver.begin>[0]) =>
      (await driver.error('turn.begin', { origin, ...base })).code;
    expect(await code({ kind: 'continue', chatId, messageId: question })).toBe('request.invalid');
    expect(await code({ kind: 'continue', chatId, messageId: answer })).toBe('chat.busy');
    expect(await code({ kind: 'send', chatId, text: 'more' })).toBe('chat.busy');
    expect(await code({ kind: 'send', chatId: null, text: ' \n' })).toBe('chat.emptyMessage');
    const other = await driver.exchange(null, 'other', 'x');
    expect(await code({ kind: 'regenerate', chatId, messageId: first(other.answers).id })).toBe(
      'history.notFound',
    );
    expect(await code({ kind: 'send', chatId, parentId: first(other.answers).id, text: 'x' })).toBe(
      'history.notFound',
    );
    expect((await driver.call('chat.page', { cursor: null, limit: 9 })).chats).toHaveLength(2);
  });

  it('does not send replies without text', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    await driver.finish(first(turn.answers).id, '', { status: 'failed' });
    const next = await driver.begin({ kind: 'send', chatId: turn.opened.chat.id, text: 'again' });
    expect(next.prompt.map((message) => message.content)).toEqual(['q', 'again']);
    expect(next.answers[0]?.answer?.sentFromId).toBeNull();
  });

  it('hangs under the leaf that was chosen while a long message was still being counted', async () => {
    const { driver } = await openDriver();
    const { chat } = (await driver.exchange(null, 'one', 'uno')).opened;
    const chatId = chat.id;
    const two = await driver.exchange(chatId, 'two', 'due');
    await driver.exchange(chatId, 'ONE', 'UNO', null);
    const text = 'long '.repeat(40_000);
    const sending = driver.begin({ kind: 'send', chatId, text });
    await driver.call('chat.selectBranch', { chatId, messageId: first(two.answers).id, limit: 9 });
    expect((await sending).prompt.map((message) => message.content)).toEqual([
      'one',
      'uno',
      'two',
      'due',
      text,
    ]);
  });

  it('gives two messages sent at once their own places', async () => {
    const { driver } = await openDriver();
    const { opened } = await driver.exchange(null, 'one', 'uno');
    const base = {
      options: OPTIONS,
      endpointId: 'demo',
      rule: RULE,
      request: requestFor(OPTIONS),
      price: null,
    };
    const origin = { kind: 'send', chatId: opened.chat.id } as const;
    const results = await Promise.all([
      driver.attempt('turn.begin', { origin: { ...origin, text: 'first' }, ...base }),
      driver.attempt('turn.begin', { origin: { ...origin, text: 'second' }, ...base }),
    ]);
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual(['ok', 'chat.busy']);
  });
});

describe('turn.finish', () => {
  it('writes text and facts once and stays with the first when called again', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const { id } = first(turn.answers);
    await driver.call('turn.journal', {
      pieces: [{ messageId: id, channel: 'text', offset: 0, text: 'far more than was given' }],
    });
    const facts = {
      ...NO_FACTS,
      answeredModel: 'gpt-4o-mini-2024-07-18',
      usage: { promptTokens: 9, completionTokens: 2, totalTokens: 11 },
      systemFingerprint: 'fp_1',
      requestId: 'req_1',
      timings: { headersMs: 8, firstTokenMs: 12, totalMs: 40 },
    };
    const done = await driver.finish(id, 'A.', { facts });
    expect(done).toMatchObject({ status: 'complete', parts: [{ type: 'text', text: 'A.' }], answer: facts });
    expect(await driver.finish(id, 'A.', { facts })).toEqual(done);
    expect(await driver.finish(id, 'B.', { status: 'failed' })).toEqual(done);
    await driver.call('turn.journal', {
      pieces: [{ messageId: id, channel: 'text', offset: 0, text: 'late piece' }],
    });
    const opened = await driver.call('chat.open', { chatId: turn.opened.chat.id, limit: 9 });
    expect(opened.transcript.entries[1]?.message).toEqual(done);
  });

  it('shows a streaming reply with what the journal has, pieces resent in other cuts counted once', async () => {
    const { driver } = await openDriver();
    const turn = await driver.begin({ kind: 'send', chatId: null, text: 'q' });
    const messageId = first(turn.answers).id;
    const pieces: JournalPiece[] = [
      { messageId, channel: 'text', offset: 0, text: 'abc' },
      { messageId, channel: 'text', offset: 3, text: 'def' },
      { messageId, channel: 'text', offset: 3, text: 'defgh' },
      { messageId, channel: 'text', offset: 0, text: 'abc' },
      { messageId, channel: 'text', offset: 5, text: 'fghi' },
    ];
    await driver.call('turn.journal', { pieces });
    const opened = await driver.call('chat.open', { chatId: turn.opened.chat.id, limit: 9 });
    expect(textOf(opened.transcript.entries[1]?.message)).toBe('abcdefghi');
  });
});
