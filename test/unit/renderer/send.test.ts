import { beforeEach, describe, expect, it } from 'vitest';
import { restoreDraft, typeMessage } from '../../../renderer/actions/drafts';
import { newChat, openChat } from '../../../renderer/actions/open-chat';
import { sendMessage } from '../../../renderer/actions/turns';
import { isTyping, noteKey } from '../../../renderer/stores/between-keys';
import {
  boxOf,
  messageOf,
  noteInvalidParam,
  pasteLongText,
  typeText,
  useComposer,
} from '../../../renderer/stores/composer-store';
import { newConversation, useConversation } from '../../../renderer/stores/conversation-store';
import { useNotices } from '../../../renderer/stores/notices-store';
import { installFakeMain, openedChat } from './fake-main';

const box = (key: string) => boxOf(useComposer.getState(), key).text;
const startFresh = () => {
  useComposer.setState({ boxes: {}, newChatOptions: null, invalidParams: {}, edits: {}, asking: new Set() });
  useConversation.setState(newConversation({ model: 'gpt-4o', params: {} }));
  useNotices.setState({ notices: [] });
};

describe('Send', () => {
  beforeEach(startFresh);

  it('keeps the text when main refuses, and says why', async () => {
    const main = installFakeMain();
    typeText('new', 'a long thought');
    const sending = sendMessage();
    await main.sent('chat.send')[0]?.refuse('api.offline');
    await sending;
    expect(box('new')).toBe('a long thought');
    expect(useNotices.getState().notices.map(({ notice }) => notice)).toMatchObject([
      { kind: 'error', error: { code: 'api.offline' } },
    ]);
  });

  it('sends once however often it is clicked', async () => {
    const main = installFakeMain();
    typeText('new', 'once');
    const clicks = Array.from({ length: 10_000 }, () => sendMessage());
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    await Promise.all(clicks);
    expect(main.sent('chat.send')).toHaveLength(1);
    expect(box('new')).toBe('');
    expect(useConversation.getState().chatId).toBe('a');
  });

  it('does not send a new chat twice when one leaves and comes back while main thinks', async () => {
    const main = installFakeMain();
    typeText('new', 'once');
    const first = sendMessage();
    newChat();
    await sendMessage();
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    await first;
    expect(main.sent('chat.send')).toHaveLength(1);
  });

  it('ends typing: the first of the reply must not wait for the Enter that sent the question', async () => {
    const main = installFakeMain();
    typeText('new', 'a question');
    noteKey(() => {});
    expect(isTyping()).toBe(true);
    const sending = sendMessage();
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    expect(isTyping()).toBe(false);
    await sending;
  });

  it('keeps what was typed on while main was thinking', async () => {
    const main = installFakeMain();
    typeText('new', 'first');
    const sending = sendMessage();
    typeText('new', 'first and more');
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    await sending;
    expect(box('a')).toBe(' and more');
    expect(box('new')).toBe('');
  });

  it('hands a refused question over as a draft at once: who quits then loses nothing', async () => {
    const main = installFakeMain();
    restoreDraft('a', null);
    useConversation.setState({ chatId: 'a' });
    typeText('a', 'typed to its end');
    const sending = sendMessage();
    await sendMessage();
    expect(main.sent('chat.saveDraft')).toEqual([]);
    await main.sent('chat.send')[0]?.refuse('history.diskFull');
    await sending;
    expect(main.sent('chat.saveDraft')[0]?.input).toMatchObject({ chatId: 'a', text: 'typed to its end' });
  });

  it('sends a long pasted text whole, and keeps it when main refuses', async () => {
    const main = installFakeMain();
    const long = 'x'.repeat(300_000);
    typeText('new', 'Sum this up:');
    pasteLongText('new', long);
    const refused = sendMessage();
    await main.sent('chat.send')[0]?.refuse('history.diskFull');
    await refused;
    expect(messageOf(boxOf(useComposer.getState(), 'new'))).toBe(`Sum this up:\n\n${long}`);
    const accepted = sendMessage();
    await main.sent('chat.send')[1]?.answer(openedChat('a'));
    await accepted;
    expect(main.sent('chat.send')[1]?.input.text).toBe(`Sum this up:\n\n${long}`);
    expect(messageOf(boxOf(useComposer.getState(), 'new'))).toBe('');
  });

  it('keeps a second long text that was pasted while main was thinking about the first', async () => {
    const main = installFakeMain();
    pasteLongText('new', 'x'.repeat(300_000));
    const sending = sendMessage();
    pasteLongText('new', 'second');
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    await sending;
    expect(messageOf(boxOf(useComposer.getState(), 'a'))).toBe('second');
  });

  it('saves what was typed in another chat though an answer to the first comes before the pause', async () => {
    const main = installFakeMain();
    typeText('new', 'question');
    const sending = sendMessage();
    const opening = openChat('b');
    await main.sent('chat.open')[0]?.answer(openedChat('b'));
    await opening;
    typeMessage('thought');
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    await sending;
    const saved = main.sent('chat.saveDraft').map(({ input }) => [input.chatId, input.text]);
    expect(saved).toContainEqual(['b', 'thought']);
  });

  it('does not pull the reader back from another chat when main accepts', async () => {
    const main = installFakeMain();
    typeText('new', 'question');
    const sending = sendMessage();
    const opening = openChat('b');
    await main.sent('chat.open')[0]?.answer(openedChat('b'));
    await opening;
    await main.sent('chat.send')[0]?.answer(openedChat('a'));
    await sending;
    expect(useConversation.getState().chatId).toBe('b');
    expect(box('new')).toBe('');
  });

  it('sends nothing while a generation setting is invalid, and nothing that is only spaces', async () => {
    const main = installFakeMain();
    typeText('new', '   \n');
    await sendMessage();
    typeText('new', 'question');
    noteInvalidParam('new', 'temperature', '3');
    await sendMessage();
    expect(main.sent('chat.send')).toHaveLength(0);
    expect(box('new')).toBe('question');
    expect(useNotices.getState().notices.map(({ notice }) => notice.kind)).toEqual(['invalidSettings']);
  });
});
