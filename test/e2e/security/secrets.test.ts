import { expect } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';
import { answered, ask, openSettings, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

declare const parlance: Bridge;

const KEY = 'sk-test-NeverOnDisk0123456789';

test('the page holds no key once it is saved', async ({ launch, server }) => {
  const { page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  await openSettings(page);
  await expect(page.getByLabel('API key', { exact: true })).toHaveValue('');
  const inPage = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    );
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields,
      { ...localStorage },
      { ...sessionStorage },
    ]);
  });
  expect(inPage).not.toContain(KEY);
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(KEY);
});

test('no route returns a secret', async ({ launch, server }) => {
  const { app, page } = await launch();
  await saveServer(page, server.baseUrl, KEY);
  await ask(page, 'Hello');
  await answered(page);
  let recoveryKey = '';
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      Object.assign(globalThis, { shownRecoveryKey: options.message });
      return Promise.resolve({ response: 2, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  const walk = await page.evaluate(async (baseUrl) => {
    const { request } = parlance;
    const { chats, endpoints } = await request['app.snapshot']({}).then((answer) => {
      if (!answer.ok) throw new Error(answer.error.code);
      return { chats: answer.value.chats.chats, endpoints: answer.value.endpoints };
    });
    const chatId = chats[0]?.id ?? '';
    const id = endpoints[0]?.id ?? '';
    const opened = await request['chat.open']({ chatId });
    const messageId = opened.ok ? (opened.value.transcript.entries.at(-1)?.message.id ?? '') : '';
    const options = { model: 'gpt-4o', params: {} };
    const snapshot = 'history-2026-11-22T10-00-00-000Z-daily.db';
    // One good input for every route, in an order that leaves something to ask; the type makes the list complete.
    const calls: { [R in keyof Bridge['request']]: () => Promise<unknown> } = {
      'app.snapshot': () => request['app.snapshot']({}),
      'app.takeOpened': () => request['app.takeOpened']({}),
      'app.openExternal': () => request['app.openExternal']({ url: 'about:blank' }),
      'app.saveImage': () => request['app.saveImage']({ name: 'a.png', bytes: new Uint8Array([1]) }),
      'preview.open': () => request['preview.open']({ html: '<p>x', runsScripts: false }),
      'preview.close': () => request['preview.close']({ id: chatId }),
      'spelling.languages': () => request['spelling.languages']({}),
      // None that exists: a test asks no server of others.
      'spelling.add': () => request['spelling.add']({ language: 'xx' }),
      'spelling.remove': () => request['spelling.remove']({ language: 'xx' }),
      'app.saveText': () => request['app.saveText']({ name: 'code.ts', text: 'let a;' }),
      'settings.update': () => request['settings.update']({ silenceSeconds: 60 }),
      'settings.export': () => request['settings.export']({}),
      'settings.pickImport': () => request['settings.pickImport']({}),
      'settings.apply': () =>
        request['settings.apply']({ patch: null, addEndpoints: [], removeEndpointIds: [] }),
      'endpoint.save': () =>
        request['endpoint.save']({ id, kind: 'compatible', baseUrl, apiVersion: null, apiKey: null }),
      'endpoint.select': () => request['endpoint.select']({ id }),
      'endpoint.test': () => request['endpoint.test']({ id }),
      'endpoint.check': () => request['endpoint.check']({ id, model: '' }),
      'data.stored': () => request['data.stored']({}),
      'data.counts': () => request['data.counts']({}),
      // Of what is not there: no window of the system's is to open.
      'data.show': () => request['data.show']({ kind: 'updates' }),
      'data.clearCaches': () => request['data.clearCaches']({}),
      'data.check': () => request['data.check']({}),
      'network.contacts': () => request['network.contacts']({}),
      'network.proxyPassword': () => request['network.proxyPassword']({}),
      'network.saveProxy': () =>
        request['network.saveProxy']({ proxy: '', user: 'me', password: 'proxy-password-0123', bypass: '' }),
      'endpoint.findLocal': () => request['endpoint.findLocal']({}),
      'models.list': () => request['models.list']({ refresh: true }),
      'chat.list': () => request['chat.list']({ cursor: null }),
      'chat.open': () => request['chat.open']({ chatId }),
      'chat.savePlace': () => request['chat.savePlace']({ chatId, place: { messageId, offset: 0 } }),
      'chat.openAt': () => request['chat.openAt']({ chatId, messageId }),
      'chat.stretch': () => request['chat.stretch']({ chatId, leafId: messageId, from: 0, count: 40 }),
      'chat.find': () => request['chat.find']({ chatId, leafId: messageId, text: 'x' }),
      'search.messages': () =>
        request['search.messages']({ query: 'x', order: 'best', chatId, cursor: null }),
      'chat.pin': () => request['chat.pin']({ chatId, isPinned: false }),
      'chat.archive': () => request['chat.archive']({ chatId, isArchived: false }),
      'chat.rename': () => request['chat.rename']({ chatId, title: 'x' }),
      'chat.setOptions': () => request['chat.setOptions']({ chatId, options }),
      'chat.selectBranch': () => request['chat.selectBranch']({ chatId, messageId }),
      'chat.addMessage': () => request['chat.addMessage']({ chatId, role: 'user', text: 'added', options }),
      'chat.changePath': () =>
        request['chat.changePath']({ chatId, change: { kind: 'move', messageId, by: -1 } }),
      'attachment.add': () =>
        request['attachment.add']({ name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([65]) }),
      'attachment.read': () => request['attachment.read']({ hash: 'a'.repeat(64) }),
      'image.load': () => request['image.load']({ url: 'http://127.0.0.1:1/a.png' }),
      'draft.note': () => request['draft.note']({ chatId: null, quick: false, text: '' }),
      'draft.noted': () => request['draft.noted']({ chatId: null, quick: false }),
      'chat.saveDraft': () => request['chat.saveDraft']({ chatId, text: 'draft', options: null }),
      'chat.transcript': () => request['chat.transcript']({ chatId, text: 'x', options }),
      'chat.logprobs': () => request['chat.logprobs']({ chatId, messageId }),
      'chat.alternatives': () => request['chat.alternatives']({ chatId, messageId, at: 0 }),
      'chat.branchText': () => request['chat.branchText']({ chatId, messageId, text: 'x' }),
      'chat.estimate': () => request['chat.estimate']({ chatId, text: 'x', options }),
      'chat.send': () => request['chat.send']({ chatId: null, text: 'x', options }),
      'chat.regenerate': () => request['chat.regenerate']({ chatId, messageId }),
      'chat.saveResultDraft': () =>
        request['chat.saveResultDraft']({ chatId, messageId, callId: 'x', text: 'y' }),
      'chat.answer': () => request['chat.answer']({ chatId, messageId }),
      'chat.sendToolResults': () =>
        request['chat.sendToolResults']({ chatId, messageId, results: [{ callId: 'x', text: 'y' }] }),
      'chat.continue': () => request['chat.continue']({ chatId, messageId }),
      'chat.repeat': () => request['chat.repeat']({ chatId, messageId }),
      'chat.lastComparison': () => request['chat.lastComparison']({ chatId }),
      'chat.messages': () => request['chat.messages']({ chatId, messageIds: [messageId] }),
      'chat.answerRecord': () => request['chat.answerRecord']({ chatId, messageId }),
      'message.pin': () => request['message.pin']({ chatId, messageId, pinned: true }),
      'message.count': () => request['message.count']({ chatId, messageId, options }),
      'context.leaveOutOnce': () => request['context.leaveOutOnce']({ chatId }),
      'tokens.encode': () => request['tokens.encode']({ text: 'Hello', options }),
      'tokens.decode': () => request['tokens.decode']({ ids: [9906], options }),
      'trash.list': () => request['trash.list']({ cursor: null }),
      'trash.remove': () => request['trash.remove']({ chatIds: null }),
      'chat.saveEditDraft': () => request['chat.saveEditDraft']({ chatId, messageId, text: 'x' }),
      'snapshot.make': () => request['snapshot.make']({}),
      'snapshot.list': () => request['snapshot.list']({}),
      'snapshot.chats': () => request['snapshot.chats']({ name: snapshot, cursor: null }),
      'snapshot.restoreChat': () => request['snapshot.restoreChat']({ name: snapshot, chatId }),
      'snapshot.restoreAll': () => request['snapshot.restoreAll']({ name: snapshot }),
      'snapshot.facts': () => request['snapshot.facts']({ name: snapshot }),
      'history.salvage': () => request['history.salvage']({}),
      'history.stopSalvage': () => request['history.stopSalvage']({}),
      'spending.list': () => request['spending.list']({}),
      'branch.map': () => request['branch.map']({ chatId }),
      'branch.beginnings': () => request['branch.beginnings']({ chatId, messageIds: [messageId] }),
      'branch.from': () => request['branch.from']({ chatId, messageId }),
      'branch.copy': () => request['branch.copy']({ chatId, messageId, isWhole: true, title: 'x' }),
      'branch.move': () => request['branch.move']({ chatId, messageId, title: 'x' }),
      'branch.moveBack': () =>
        request['branch.moveBack']({ chatId, messageId, toChatId: chatId, parentId: null, leafId: null }),
      'order.read': () => request['order.read']({}),
      'order.saveFolder': () => request['order.saveFolder']({ id: null, name: 'x', parentId: null }),
      'order.deleteFolder': () => request['order.deleteFolder']({ id: chatId }),
      'order.restoreFolder': () =>
        request['order.restoreFolder']({ id: chatId, name: 'x', parentId: null, folderIds: [], chatIds: [] }),
      'order.changeChats': () =>
        request['order.changeChats']({
          changes: [{ chatIds: [chatId], change: { kind: 'tag', add: ['x'], remove: [] } }],
        }),
      'prompt.list': () => request['prompt.list']({}),
      'prompt.save': () => request['prompt.save']({ id: null, title: 'x', text: 'y', tags: [] }),
      'prompt.delete': () => request['prompt.delete']({ id: chatId }),
      'prompt.import': () => request['prompt.import']({}),
      'prompt.export': () => request['prompt.export']({ format: 'json' }),
      'transfer.state': () => request['transfer.state']({}),
      'transfer.pickImport': () => request['transfer.pickImport']({}),
      'transfer.startImport': () => request['transfer.startImport']({}),
      'transfer.exportAll': () => request['transfer.exportAll']({}),
      'transfer.exportChats': () =>
        request['transfer.exportChats']({ scope: { kind: 'chats', chatIds: [chatId] }, format: 'json' }),
      'transfer.exportChat': () => request['transfer.exportChat']({ chatId, format: 'json' }),
      // No printer is asked: such a chat is not there.
      'transfer.print': () => request['transfer.print']({ chatId: '0190a000-0000-7000-8000-000000000000' }),
      'transfer.dragOut': () =>
        request['transfer.dragOut']({ chatIds: ['0190a000-0000-7000-8000-000000000000'] }),
      'native.facts': () => request['native.facts']({}),
      'native.setLoginStart': () => request['native.setLoginStart']({ start: 'no' }),
      'quick.show': () => request['quick.show']({}),
      'quick.saveDraft': () => request['quick.saveDraft']({ text: 'x' }),
      'quick.draft': () => request['quick.draft']({}),
      'quick.hide': () => request['quick.hide']({}),
      'quick.goOn': () => request['quick.goOn']({ chatId: null }),
      'mirror.state': () => request['mirror.state']({}),
      'update.state': () => request['update.state']({}),
      'update.check': () => request['update.check']({}),
      'update.download': () => request['update.download']({}),
      'update.cancel': () => request['update.cancel']({}),
      'update.install': () => request['update.install']({}),
      'mirror.choose': () => request['mirror.choose']({}),
      'mirror.turnOff': () => request['mirror.turnOff']({}),
      'transfer.cancel': () => request['transfer.cancel']({}),
      'transfer.dismiss': () => request['transfer.dismiss']({}),
      'chat.stop': () => request['chat.stop']({ chatId }),
      'chat.delete': () => request['chat.delete']({ chatId }),
      'chat.restore': () => request['chat.restore']({ chatId }),
      'vault.showRecoveryKey': () => request['vault.showRecoveryKey']({}),
      'vault.setPassphrase': () => request['vault.setPassphrase']({ passphrase: 'correct horse battery' }),
      'vault.unlock': () => request['vault.unlock']({ passphrase: 'correct horse battery' }),
      'vault.recover': () => request['vault.recover']({ recoveryKey: 'nonsense' }),
      'vault.removePassphrase': () => request['vault.removePassphrase']({}),
      'vault.startNewHistory': () => request['vault.startNewHistory']({}),
      'endpoint.removeKey': () => request['endpoint.removeKey']({ id }),
      'endpoint.remove': () => request['endpoint.remove']({ id }),
    };
    const answers: [string, string][] = [];
    for (const [route, call] of Object.entries(calls)) answers.push([route, JSON.stringify(await call())]);
    return { answers, routes: Object.keys(request).length };
  }, server.baseUrl);
  recoveryKey = await app.evaluate(
    () => (globalThis as unknown as { shownRecoveryKey: string }).shownRecoveryKey,
  );
  expect(walk.answers).toHaveLength(walk.routes);
  expect(recoveryKey.length).toBeGreaterThan(50);
  const secrets = [
    KEY,
    'correct horse battery',
    'proxy-password-0123',
    recoveryKey,
    recoveryKey.replaceAll('-', ''),
    recoveryKey.slice(0, 11),
  ];
  for (const [route, answer] of walk.answers)
    for (const secret of secrets) expect(answer, route).not.toContain(secret);
});
