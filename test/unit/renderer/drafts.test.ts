import { beforeEach, describe, expect, it, vi } from 'vitest';
import { flushDraft, restoreDraft, restoreNoted, typeMessage } from '../../../renderer/actions/drafts';
import { beginOpening, openChat } from '../../../renderer/actions/open-chat';
import { sendMessage } from '../../../renderer/actions/turns';
import { itemsOf, useAttachments } from '../../../renderer/stores/attachments-store';
import { boxOf, useComposer } from '../../../renderer/stores/composer-store';
import { newConversation, useConversation } from '../../../renderer/stores/conversation-store';
import { installFakeMain, openedChat } from './fake-main';

const box = (key: string) => boxOf(useComposer.getState(), key).text;
const draftOf = (text: string) => ({ text, options: null });
const textsOf = (main: ReturnType<typeof installFakeMain>) =>
  main.sent('chat.saveDraft').map(({ input }) => input.text);

describe('A draft', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    useComposer.setState({ boxes: {}, newChatOptions: null, asking: new Set() });
    useConversation.setState(newConversation({ model: 'gpt-4o', params: {} }));
    return () => vi.useRealTimers();
  });

  it('is not written over by what is typed while its chat is being read', async () => {
    const main = installFakeMain();
    const opening = openChat('slow');
    typeMessage('typed meanwhile');
    flushDraft();
    expect(textsOf(main)).toEqual([]);
    await main.sent('chat.open')[0]?.answer({ ...openedChat('slow'), draft: draftOf('stored') });
    await opening;
    expect(box('slow')).toBe('stored\n\ntyped meanwhile');
    flushDraft();
    expect(textsOf(main)).toEqual(['stored\n\ntyped meanwhile']);
  });

  it('is told to main at each key as long as the stored one cannot be read, and no longer', async () => {
    const main = installFakeMain();
    const noted = () => main.sent('draft.note').map(({ input }) => input);
    beginOpening('unread');
    typeMessage('a');
    typeMessage('ab');
    expect(noted()).toEqual([
      { chatId: 'unread', quick: false, text: 'a' },
      { chatId: 'unread', quick: false, text: 'ab' },
    ]);
    restoreDraft('unread', null);
    typeMessage('abc');
    flushDraft();
    expect(noted()).toHaveLength(2);
    expect(textsOf(main)).toEqual(['abc']);
  });

  it('comes back from main to a page that was loaded again, above what was typed on it meanwhile', async () => {
    const main = installFakeMain();
    const restoring = restoreNoted();
    typeMessage('typed since');
    // Asked for once: the state of the history may be told several times.
    await restoreNoted();
    const [asked, ...others] = main.sent('draft.noted');
    expect(others).toEqual([]);
    await asked?.answer('typed before');
    await restoring;
    expect(box('new')).toBe('typed before\n\ntyped since');
    expect(main.sent('draft.note').at(-1)?.input.text).toBe('typed before\n\ntyped since');
  });

  it('keeps what was erased here from coming back once it was read', async () => {
    const main = installFakeMain();
    beginOpening('erased');
    restoreDraft('erased', draftOf('stored'));
    typeMessage('');
    restoreDraft('erased', draftOf('stored'));
    expect(box('erased')).toBe('');
    flushDraft();
    expect(textsOf(main)).toEqual(['']);
  });

  it('has its files before those that were attached while its chat was being read', () => {
    beginOpening('files');
    const reading = { id: 7, name: 'new.txt', size: 1, state: { kind: 'reading' } } as const;
    useAttachments.setState({ byKey: { files: [reading] }, nextId: 8 });
    const stored = {
      type: 'file',
      hash: 'h',
      name: 'stored.txt',
      mime: 'text/plain',
      size: 1,
      textHash: 't',
      textLength: 1,
    } as const;
    restoreDraft('files', { ...draftOf('stored'), attachments: [stored] });
    expect(itemsOf(useAttachments.getState(), 'files').map(({ name }) => name)).toEqual([
      'stored.txt',
      'new.txt',
    ]);
  });

  it('is saved for a chat that was just made and is no longer on screen', async () => {
    const main = installFakeMain();
    restoreDraft(null, null);
    typeMessage('first');
    const sending = sendMessage();
    typeMessage('first and more');
    beginOpening('elsewhere');
    await main.sent('chat.send')[0]?.answer(openedChat('made'));
    await sending;
    flushDraft();
    expect(main.sent('chat.saveDraft').at(-1)?.input).toMatchObject({ chatId: 'made', text: ' and more' });
  });
});
