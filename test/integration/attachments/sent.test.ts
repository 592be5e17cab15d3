import { describe, expect, it } from 'vitest';
import { imageRuleOf } from '../../../main/models/image-rule';
import { type AttachmentRef, refOf } from '../../../preload/contract/attachments';
import { makePng } from '../../support/make-image';
import { RULE } from '../../support/turn-facts';
import { first, OPTIONS, openDriver } from '../backstage/support';
import { add, contentOf } from './support';

const PNG = makePng(64, 32);
const NOTES = 'Meeting notes\n会议记录\n';

describe('what is sent', () => {
  it('files in frames, then the text; images as data URLs after it', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', PNG));
    const notes = refOf(await add(driver, 'no "tes".txt', Buffer.from(NOTES)));
    const { content, turn } = await contentOf(driver, null, 'Compare', [image, notes]);
    expect(content).toEqual([
      { type: 'text', text: `<file name="no &quot;tes&quot;.txt">\n${NOTES}</file>\n\nCompare` },
      {
        type: 'image_url',
        image_url: { url: `data:image/png;base64,${PNG.toString('base64')}`, detail: 'auto' },
      },
    ]);
    const low = await contentOf(driver, turn.opened.chat.id, '', [{ ...image, detail: 'low' }]);
    expect(low.content).toEqual([
      { type: 'image_url', image_url: { url: expect.stringContaining('data:image/png'), detail: 'low' } },
    ]);
  });

  it('stays a plain string without images', async () => {
    const { driver } = await openDriver();
    const notes = refOf(await add(driver, 'n.txt', Buffer.from('one line')));
    const { content, turn } = await contentOf(driver, null, '', [notes]);
    expect(content).toBe('<file name="n.txt">\none line\n</file>');
    expect(turn.opened.chat.title).toBe('n.txt');
  });

  it('is counted as it is sent: the text exactly, the images by the rule', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', PNG));
    const notes = refOf(await add(driver, 'n.txt', Buffer.from(NOTES)));
    const rule = { ...RULE, images: { kind: 'tiles', base: 85, tile: 170 } } as const;
    const ask = (text: string, attachments: (typeof image)[]) =>
      driver.call('context.estimate', { chatId: null, text, options: OPTIONS, rule, attachments });
    const framed = `<file name="n.txt">\n${NOTES}</file>\n\nHello`;
    const typed = await ask(framed, []);
    const withNotes = await ask('Hello', [notes]);
    expect(withNotes).toMatchObject({ promptTokens: typed.promptTokens, exact: true });
    const both = await ask('Hello', [image, notes]);
    expect(both).toMatchObject({ promptTokens: typed.promptTokens + 255, exact: true });
    expect(both.attachmentTokens?.[0]).toEqual({ hash: image.hash, tokens: 255 });
    const unknown = await driver.call('context.estimate', {
      chatId: null,
      text: '',
      options: OPTIONS,
      rule: RULE,
      attachments: [image],
    });
    expect(unknown.exact).toBe(false);
    const { turn } = await contentOf(driver, null, 'Hello', [image, notes]);
    const after = await driver.call('context.estimate', {
      chatId: turn.opened.chat.id,
      text: '',
      options: OPTIONS,
      rule,
    });
    const plain = await driver.exchange(null, framed, 'Seen');
    const plainAfter = await driver.call('context.estimate', {
      chatId: plain.opened.chat.id,
      text: '',
      options: OPTIONS,
      rule,
    });
    expect(after.promptTokens).toBe(plainAfter.promptTokens + 255);
  });

  it('counts files and what is typed as the one text that they are sent as, in every encoding', async () => {
    const { driver } = await openDriver();
    const refs = [
      refOf(await add(driver, 'a.txt', Buffer.from(NOTES))),
      refOf(await add(driver, '"二".md', Buffer.from('no line break at its end'))),
    ];
    for (const encoding of ['o200k_base', 'cl100k_base', 'p50k_base', 'r50k_base'] as const) {
      const rule = { ...RULE, encoding };
      for (const text of ['', 'Hello', '\n\nHello', ' > 你好', '<file', "'s", '5', '>\n']) {
        const attachments = refs.slice(0, 1 + (text.length % 2));
        const estimate = await driver.call('context.estimate', {
          chatId: null,
          text,
          options: OPTIONS,
          rule,
          attachments,
        });
        const { turn, content } = await contentOf(driver, null, text, attachments);
        const sent = { chatId: null, text: String(content), options: OPTIONS, rule };
        const whole = await driver.call('context.estimate', sent);
        expect([encoding, text, estimate.promptTokens]).toEqual([encoding, text, whole.promptTokens]);
        expect(turn.answers).toHaveLength(1);
      }
    }
  });

  it('counts an image without a text wherever it stands, and sends it again', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', PNG));
    const { turn } = await contentOf(driver, null, '', [image]);
    const chatId = turn.opened.chat.id;
    const rule = { ...RULE, images: { kind: 'tiles', base: 85, tile: 170 } } as const;
    const estimate = { chatId, text: '', options: OPTIONS, rule };
    const { promptTokens } = await driver.call('context.estimate', estimate);
    const plain = await driver.exchange(null, 'x', 'Seen');
    const one = await driver.call('context.estimate', { ...estimate, chatId: plain.opened.chat.id });
    // In place of the one token of "x".
    expect(promptTokens).toBe(one.promptTokens - 1 + 255);
    const next = await contentOf(driver, chatId, 'And now?', []);
    expect(next.turn.prompt.at(0)?.content).toMatchObject([{ type: 'image_url' }]);
  });

  it('leaves nothing out for tokens that are billed but fill no window (gpt-4o-mini)', async () => {
    const { driver } = await openDriver();
    const images = imageRuleOf('gpt-4o-mini');
    if (images === null) throw new Error('no rule');
    const rule = { ...RULE, contextWindow: 128_000, reservedTokens: 16_000, images };
    const refs: AttachmentRef[] = [];
    for (let grey = 0; grey < 6; grey += 1)
      refs.push(refOf(await add(driver, `${grey}.png`, makePng(1024, 1024, grey))));
    const ask = (chatId: string | null, attachments: readonly AttachmentRef[]) =>
      driver.call('context.estimate', { chatId, text: 'Compare', options: OPTIONS, rule, attachments });
    const estimate = await ask(null, refs);
    expect(estimate).toMatchObject({ fits: true, parts: { images: 6 * (2833 + 4 * 5667) } });
    expect(estimate.promptTokens).toBeGreaterThan(150_000);
    const { turn } = await contentOf(driver, null, 'Compare', refs);
    const after = await ask(turn.opened.chat.id, []);
    expect(after).toMatchObject({ fits: true, omittedCount: 0 });
    expect(after.promptTokens).toBeGreaterThan(150_000);
  });

  it('is refused for what the history does not hold, and for images that nobody but the user shows', async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', PNG));
    const send = (role: 'user' | 'assistant', hash: string) =>
      driver.error('chat.addMessage', {
        chatId: null,
        role,
        text: 'x',
        options: OPTIONS,
        attachments: [{ ...image, hash }],
        limit: 9,
      });
    expect((await send('user', 'f'.repeat(64))).code).toBe('history.notFound');
    expect((await send('assistant', image.hash)).code).toBe('request.invalid');
  });
});

describe('a changed path', () => {
  const start = async () => {
    const { driver } = await openDriver();
    const image = refOf(await add(driver, 'a.png', PNG));
    const { turn } = await contentOf(driver, null, 'What is this?', [image]);
    const chatId = turn.opened.chat.id;
    const question = first(turn.opened.transcript.entries).message;
    const partsAfter = async (change: Parameters<typeof driver.call<'chat.changePath'>>[1]['change']) =>
      first((await driver.call('chat.changePath', { chatId, change, limit: 9 })).transcript.entries).message
        .parts;
    return { driver, image, question, partsAfter };
  };

  it('keeps what stands beside an edited text unless it is changed too', async () => {
    const { image, question, partsAfter } = await start();
    const kept = await partsAfter({ kind: 'edit', messageId: question.id, text: 'And this?' });
    expect(kept).toMatchObject([
      { type: 'text', text: 'And this?' },
      { type: 'image', hash: image.hash },
    ]);
  });

  it('can take attachments away, and leave them alone without a text', async () => {
    const { question, partsAfter } = await start();
    expect(
      await partsAfter({ kind: 'edit', messageId: question.id, text: 'Never mind', attachments: [] }),
    ).toEqual([{ type: 'text', text: 'Never mind' }]);
    const other = await start();
    expect(await other.partsAfter({ kind: 'edit', messageId: other.question.id, text: '' })).toMatchObject([
      { type: 'image' },
    ]);
  });

  it('takes the attachments of moved messages along', async () => {
    const { driver, question, image } = await start();
    const change = { kind: 'move', messageId: question.id, by: 1 } as const;
    const { transcript } = await driver.call('chat.changePath', {
      chatId: question.chatId,
      change,
      limit: 9,
    });
    expect(transcript.entries.at(-1)?.message.parts).toMatchObject([
      { text: 'What is this?' },
      { hash: image.hash },
    ]);
  });
});
