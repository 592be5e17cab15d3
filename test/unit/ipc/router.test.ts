import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../main/ipc/handlers';
import { createRouter } from '../../../main/ipc/router';
import { createSenderGate, type Sender } from '../../../main/ipc/sender-gate';
import { type Route, requests } from '../../../preload/contract/requests';
import { Failure } from '../../../preload/contract/result';

const routes = Object.keys(requests) as Route[];
const page: Sender = { webContentsId: 1, isMainFrame: true, url: 'app://parlance/index.html' };
const gate = createSenderGate(() => new Set([1]), 'app://parlance');

const id = '0190a000-0000-7000-8000-000000000000';
const options = { model: 'gpt-4o', params: {} };
const SNAPSHOT = 'history-2026-11-22T10-00-00-000Z-daily.db';

/** A good input for every route: the base that hostile ones are made from. */
const good: { readonly [R in Route]: object } = {
  'app.snapshot': {},
  'app.takeOpened': {},
  'app.openExternal': { url: 'https://example.org' },
  'app.saveText': { name: 'code.ts', text: 'let a;' },
  'app.saveImage': { name: 'a.png', bytes: new Uint8Array([1]) },
  'preview.open': { html: '<p>x', runsScripts: false },
  'preview.close': { id },
  'spelling.languages': {},
  'spelling.add': { language: 'en-US' },
  'spelling.remove': { language: 'en-US' },
  'settings.update': { theme: 'dark' },
  'endpoint.save': { id: null, kind: 'openai', baseUrl: '', apiVersion: null, apiKey: null },
  'endpoint.select': { id: 'demo' },
  'endpoint.remove': { id: 'demo' },
  'endpoint.removeKey': { id: 'demo' },
  'endpoint.test': { id: 'demo' },
  'endpoint.check': { id: 'demo', model: '' },
  'endpoint.findLocal': {},
  'network.contacts': {},
  'models.list': { refresh: false, asked: 'gpt-4o' },
  'vault.setPassphrase': { passphrase: 'long enough' },
  'vault.removePassphrase': {},
  'vault.unlock': { passphrase: 'x' },
  'vault.recover': { recoveryKey: 'x' },
  'vault.showRecoveryKey': {},
  'vault.startNewHistory': {},
  'prompt.list': {},
  'prompt.save': { id: null, title: 'x', text: 'y', tags: ['z'] },
  'prompt.delete': { id },
  'prompt.import': {},
  'prompt.export': { format: 'json' },
  'transfer.state': {},
  'transfer.pickImport': {},
  'transfer.offer': { paths: ['a.zip'] },
  'transfer.startImport': {},
  'transfer.exportAll': {},
  'transfer.exportChats': { scope: { kind: 'chats', chatIds: [id] }, format: 'markdown' },
  'transfer.exportChat': { chatId: id, format: 'markdown' },
  'mirror.state': {},
  'update.state': {},
  'update.check': {},
  'update.download': {},
  'update.install': {},
  'mirror.choose': {},
  'mirror.turnOff': {},
  'transfer.cancel': {},
  'transfer.dismiss': {},
  'chat.list': { cursor: null },
  'chat.open': { chatId: id },
  'chat.savePlace': { chatId: id, place: { messageId: id, offset: -12 } },
  'chat.openAt': { chatId: id, messageId: id },
  'chat.stretch': { chatId: id, leafId: id, from: 0, count: 40 },
  'chat.find': { chatId: id, leafId: id, text: '天' },
  'search.messages': { query: 'role:', order: 'newest', chatId: null, cursor: null },
  'chat.pin': { chatId: id, isPinned: true },
  'chat.archive': { chatId: id, isArchived: true },
  'chat.rename': { chatId: id, title: 'x' },
  'chat.setOptions': { chatId: id, options },
  'chat.delete': { chatId: id },
  'chat.restore': { chatId: id },
  'chat.selectBranch': { chatId: id, messageId: id },
  'attachment.add': { name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([65]) },
  'attachment.read': { hash: 'a'.repeat(64) },
  'chat.saveDraft': { chatId: null, text: 'x', options: null },
  'chat.send': { chatId: null, text: 'x', options },
  'chat.addMessage': { chatId: null, role: 'system', text: 'x', options },
  'chat.changePath': { chatId: id, change: { kind: 'delete', messageId: id } },
  'chat.regenerate': { chatId: id, messageId: id, compare: [options, options] },
  'chat.lastComparison': { chatId: id },
  'chat.messages': { chatId: id, messageIds: [id] },
  'chat.saveResultDraft': { chatId: id, messageId: id, callId: 'call_1', text: 'x' },
  'chat.answer': { chatId: id, messageId: id },
  'chat.sendToolResults': { chatId: id, messageId: id, results: [{ callId: 'call_1', text: '' }] },
  'chat.continue': { chatId: id, messageId: id },
  'chat.repeat': { chatId: id, messageId: id },
  'chat.answerRecord': { chatId: id, messageId: id },
  'message.pin': { chatId: id, messageId: id, pinned: true },
  'message.count': { chatId: id, messageId: id, options },
  'context.leaveOutOnce': { chatId: id },
  'tokens.encode': { text: 'Hello', options },
  'tokens.decode': { ids: [9906], options },
  'spending.list': {},
  'trash.list': { cursor: null },
  'trash.remove': { chatIds: null },
  'chat.saveEditDraft': { chatId: id, messageId: id, text: 'x' },
  'snapshot.list': {},
  'snapshot.make': {},
  'snapshot.chats': { name: SNAPSHOT, cursor: null },
  'snapshot.restoreChat': { name: SNAPSHOT, chatId: id },
  'snapshot.restoreAll': { name: SNAPSHOT },
  'snapshot.facts': { name: SNAPSHOT },
  'history.salvage': {},
  'history.stopSalvage': {},
  'branch.from': { chatId: id, messageId: id },
  'branch.copy': { chatId: id, messageId: id, isWhole: true, title: 'x' },
  'branch.move': { chatId: id, messageId: id, title: 'x' },
  'branch.moveBack': { chatId: id, messageId: id, toChatId: id, parentId: id, leafId: null },
  'branch.map': { chatId: id },
  'branch.beginnings': { chatId: id, messageIds: [id] },
  'order.read': {},
  'order.saveFolder': { id: null, name: 'x', parentId: id },
  'order.deleteFolder': { id },
  'order.restoreFolder': { id, name: 'x', parentId: null, folderIds: [id], chatIds: [id] },
  'order.changeChats': { changes: [{ chatIds: [id], change: { kind: 'move', folderId: null } }] },
  'chat.stop': { chatId: id },
  'chat.transcript': { chatId: null, text: 'x', role: 'user', options },
  'chat.logprobs': { chatId: id, messageId: id },
  'chat.alternatives': { chatId: id, messageId: id, at: 0 },
  'chat.branchText': { chatId: id, messageId: id, text: 'x' },
  'chat.estimate': { chatId: null, text: 'x', options },
};

/** Handlers that note that they were reached: hostile input must never get this far. */
const noting = (reached: string[]): Handlers =>
  Object.fromEntries(
    routes.map((route) => [
      route,
      () => {
        reached.push(route);
        return Promise.resolve(null);
      },
    ]),
  ) as unknown as Handlers;

const ask = async (sender: Sender, route: unknown, input: unknown) => {
  const reached: string[] = [];
  const result = await createRouter(noting(reached), gate)(sender, route, input);
  return { code: result.ok ? 'ok' : result.error.code, reached: reached.length };
};

const passed = { code: 'ok', reached: 1 };
const invalid = { code: 'request.invalid', reached: 0 };
const forbidden = { code: 'request.forbidden', reached: 0 };

describe.each(routes)('%s', (route) => {
  it('lets good input of the page through', async () => {
    expect(await ask(page, route, good[route])).toEqual(passed);
  });

  it.each([undefined, null, 'text', 7, true, [], () => 1, Symbol.iterator])(
    'refuses input that is no object (%#)',
    async (input) => {
      expect(await ask(page, route, input)).toEqual(invalid);
    },
  );

  it('refuses unknown keys, so that nothing rides along', async () => {
    expect(await ask(page, route, { ...good[route], extra: 1 })).toEqual(invalid);
    expect(await ask(page, route, { ...good[route], __proto__x: {} })).toEqual(invalid);
  });

  it('refuses every field of a wrong type', async () => {
    for (const field of Object.keys(good[route])) {
      for (const wrong of [{}, [[]], Number.NaN, new Date(0), 10n]) {
        expect(await ask(page, route, { ...good[route], [field]: wrong }), field).toEqual(invalid);
      }
    }
  });

  it('refuses every string beyond its bound', async () => {
    for (const [field, value] of Object.entries(good[route])) {
      if (typeof value !== 'string') continue;
      expect(await ask(page, route, { ...good[route], [field]: 'x'.repeat(8_000_001) }), field).toEqual(
        invalid,
      );
    }
  });

  it('refuses another window, a sub-frame, another origin and a frame that is gone', async () => {
    const senders: Sender[] = [
      { ...page, webContentsId: 2 },
      { ...page, isMainFrame: false },
      { ...page, url: 'https://example.org/app://parlance/index.html' },
      { ...page, url: 'app://parlance.evil/index.html' },
      { ...page, url: 'http://parlance/' },
      { ...page, url: '' },
    ];
    for (const sender of senders)
      expect(await ask(sender, route, good[route]), sender.url).toEqual(forbidden);
  });
});

describe('the funnel', () => {
  it.each(['nope', 'constructor', '__proto__', 'toString', '', 1, null, {}, ['app.snapshot']])(
    'knows only its own routes (%s)',
    async (route) => {
      expect(await ask(page, route, {})).toEqual({ code: 'request.unknownRoute', reached: 0 });
    },
  );

  it('answers a handler that throws with a code and never with the text of an unknown error', async () => {
    const failing = (error: Error) =>
      createRouter({ ...noting([]), 'app.snapshot': () => Promise.reject(error) }, gate)(
        page,
        'app.snapshot',
        {},
      );
    expect(await failing(new TypeError('sk-secret'))).toEqual({
      ok: false,
      error: { code: 'internal', message: 'TypeError' },
    });
    expect(await failing(new Failure('chat.busy', 'busy', { chat: 1 }))).toEqual({
      ok: false,
      error: { code: 'chat.busy', message: 'busy', detail: { chat: 1 } },
    });
  });

  it('tells which field was wrong but not what was in it', async () => {
    const router = createRouter(noting([]), gate);
    const result = await router(page, 'chat.send', { chatId: null, text: 7, options, secret: 'sk-secret' });
    expect(JSON.stringify(result)).not.toContain('sk-secret');
    const bad = await router(page, 'chat.rename', { chatId: id, title: 7 });
    expect(bad).toMatchObject({ ok: false, error: { detail: { route: 'chat.rename', field: 'title' } } });
  });

  it.each([
    [{ temperature: 3 }],
    [{ n: 0 }],
    [{ n: 129 }],
    [{ maxTokens: 1.5 }],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }],
    [{ stop: [''] }],
    [{ seed: Number.POSITIVE_INFINITY }],
    [{ logitBias: { hello: 1 } }],
    [{ logitBias: { '1': 101 } }],
    [{ responseFormat: { type: 'json_schema', name: 'a b', strict: true, schema: '{"type":"object"}' } }],
    [{ responseFormat: { type: 'json_schema', name: 'a', strict: true, schema: '{"type":"string"}' } }],
    [{ verbosity: 'loud' }],
    [{ colour: 1 }],
  ])('refuses generation settings outside the API reference: %j', async (params) => {
    expect(
      await ask(page, 'chat.send', { chatId: null, text: 'x', options: { model: 'm', params } }),
    ).toEqual(invalid);
  });
});
