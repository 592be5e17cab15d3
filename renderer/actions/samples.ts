import i18next from 'i18next';
import type { OpenedChat } from '../../preload/contract/history';
import type { ChatChanges } from '../../preload/contract/organise';
import type { SampleChat } from '../features/samples/sample-chat';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { tell, tellError } from '../stores/notices-store';
import { rememberSamples, useSampleChats } from '../stores/sample-chats';
import { noteAct } from '../stores/undo-store';
import { noteChat } from './chats';
import { openChat } from './open-chat';

type Messages = SampleChat['messages'];

const lastId = ({ chat }: OpenedChat): string => chat.leafId ?? '';

const addAll = async (chatId: string | null, messages: Messages): Promise<OpenedChat> => {
  const options = useApp.getState().settings.newChat;
  const [first, ...rest] = messages;
  if (first === undefined) throw new Error('A sample without messages');
  const opened = await request('chat.addMessage', { chatId, ...first, options });
  return rest.length === 0 ? opened : addAll(opened.chat.id, rest);
};

/** Writes a branch that begins at the root, and the one that is on screen after it. */
const addBranches = async (messages: Messages, [edited, ...after]: Messages): Promise<string> => {
  const opened = await addAll(null, messages.slice(0, 1));
  const { id: chatId } = opened.chat;
  const text = edited?.text ?? '';
  const change = { kind: 'edit', messageId: lastId(opened), text } as const;
  await request('chat.changePath', { chatId, change });
  const end = await addAll(chatId, after);
  await request('chat.selectBranch', { chatId, messageId: lastId(opened) });
  await addAll(chatId, messages.slice(1));
  await request('chat.selectBranch', { chatId, messageId: lastId(end) });
  return chatId;
};

const make = async ({ title, messages, instead }: SampleChat): Promise<string> => {
  const chatId =
    instead === undefined ? (await addAll(null, messages)).chat.id : await addBranches(messages, instead);
  noteChat(await request('chat.rename', { chatId, title }));
  // It is read from its beginning.
  const { transcript } = await request('chat.open', { chatId });
  const first = transcript.entries[0]?.message.id;
  if (first !== undefined)
    await request('chat.savePlace', { chatId, place: { messageId: first, offset: 0 } });
  return chatId;
};

const inLanguage = async (): Promise<readonly SampleChat[]> =>
  i18next.language === 'zh-CN'
    ? (await import('../features/samples/samples-zh-cn')).samplesZhCn
    : (await import('../features/samples/samples-en')).samplesEn;

/** Puts chats into the Trash, or takes them out. One that is gone for good is no trouble. */
const trash = async (chatIds: readonly string[], isTrashed: boolean): Promise<void> => {
  const changesOf = (chatId: string): ChatChanges => [
    { chatIds: [chatId], change: { kind: 'trash', isTrashed } },
  ];
  for (const chatId of chatIds)
    await request('order.changeChats', { changes: changesOf(chatId) }).catch(() => undefined);
  rememberSamples(isTrashed ? [] : chatIds);
};

/** Adds chats that teach, in the page's language, and opens the first. Undone in one act. */
export const addSamples = async (): Promise<void> => {
  try {
    const ids: string[] = [];
    // One after the other: the last one made stands at the top of the list.
    for (const sample of await inLanguage()) ids.push(await make(sample));
    rememberSamples(ids);
    const undo = noteAct({ undo: () => trash(ids, true), redo: () => trash(ids, false) });
    tell({ kind: 'samples', what: 'added', undo });
    const top = ids.at(-1);
    if (top !== undefined) await openChat(top);
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Puts all sample chats into the Trash, which can be undone. */
export const removeSamples = async (): Promise<void> => {
  const { ids } = useSampleChats.getState();
  await trash(ids, true);
  const undo = noteAct({ undo: () => trash(ids, false), redo: () => trash(ids, true) });
  tell({ kind: 'samples', what: 'removed', undo });
};
