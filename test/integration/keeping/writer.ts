import { callBackstage } from '../../support/call-backstage';
import { say } from '../../support/say';
import { randomFrom } from '../../support/seeded-random';
import { NO_FACTS, QUICK_TURN } from '../../support/turn-facts';
import type { ChatNow } from './chat-now';

/** Run as a process of its own: sends, edits, renames, deletes and restores without end, until it is killed. */
const call = callBackstage();
const [file = '', keyHex = '', seed = '0'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const chats = new Map<string, ChatNow>();
let count = 0;

/** Says what a chat is to become, does it, and says that it is done. */
const become = async (id: string, change: Partial<ChatNow>, act: () => Promise<unknown>): Promise<void> => {
  const before = chats.get(id) ?? { title: '', texts: [], draft: '', place: 'list' };
  const next = { ...before, ...change };
  say(JSON.stringify({ id, next }));
  await act();
  chats.set(id, next);
  say(JSON.stringify({ id, done: next }));
};

/** A question and its answer, at the end of a chat or in the place of its first question. */
const exchange = async (chatId: string | null, parentId?: null): Promise<void> => {
  count += 1;
  const text = `question ${count} ${'long '.repeat(random(400))}`;
  const known = chatId === null ? undefined : chats.get(chatId);
  const asked = parentId === null ? [] : (known?.texts ?? []);
  const begun = [...asked, text, ''];
  // What is typed in the message box stays while an earlier message is edited.
  const draft = parentId === null ? (known?.draft ?? '') : '';
  if (chatId !== null) say(JSON.stringify({ id: chatId, next: { ...known, texts: begun, draft } }));
  const { opened, answers } = await call('turn.begin', {
    origin: { kind: 'send', chatId, text, ...(parentId === null ? { parentId } : {}) },
    ...QUICK_TURN,
  });
  const { id, title } = opened.chat;
  chats.set(id, { title, place: 'list', ...known, texts: begun, draft });
  say(JSON.stringify({ id, done: chats.get(id) }));
  const reply = `answer ${count} ${'word '.repeat(random(2000))}`;
  await become(id, { texts: [...asked, text, reply] }, () =>
    call('turn.finish', {
      messageId: answers[0]?.id ?? '',
      status: 'complete',
      parts: [{ type: 'text', text: reply }],
      logprobs: '',
      facts: NO_FACTS,
    }),
  );
};

const acts: readonly ((id: string) => Promise<void>)[] = [
  (id) => exchange(id),
  (id) => exchange(id, null),
  (id) =>
    become(id, { title: `title ${count}` }, () =>
      call('chat.rename', { chatId: id, title: `title ${count}` }),
    ),
  (id) =>
    become(id, { draft: `typed ${count}` }, () =>
      call('draft.save', { chatId: id, text: `typed ${count}`, options: null }),
    ),
  (id) => become(id, { place: 'trash' }, () => call('chat.delete', { chatId: id })),
];

const trashActs: readonly ((id: string) => Promise<void>)[] = [
  (id) => become(id, { place: 'list' }, () => call('chat.restore', { chatId: id })),
  (id) => become(id, { place: 'gone' }, () => call('trash.remove', { chatIds: [id] })),
];

const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;

await call('history.open', { file, keyHex, liveMessageIds: [] });
say('open');
for (;;) {
  const [id, now] = chats.size === 0 ? [] : pick([...chats]);
  if (id === undefined || now?.place === 'gone' || random(3) === 0) await exchange(null);
  else await pick(now?.place === 'trash' ? trashActs : acts)(id);
}
