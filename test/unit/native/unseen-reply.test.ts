import { expect, it } from 'vitest';
import type { EndedReply } from '../../../main/native/ended-replies';
import { unseenReply } from '../../../main/native/unseen-reply';

/** Only that it is there matters. */
const REPLY = {} as EndedReply;

/** What somebody looks at when the reply ends, when the history has told of it, and when the page knows its chats. */
const ask = (looksAt: readonly [string, string, string], found: EndedReply | null = REPLY) => {
  let [now] = looksAt;
  return unseenReply('a', {
    isSeen: (chatId) => chatId === now,
    isFocused: () => now !== '',
    read: async () => {
      now = looksAt[1];
      return found;
    },
    learned: async () => {
      now = looksAt[2];
    },
  });
};

it('is none whose end was seen, however soon after it somebody looked elsewhere', async () => {
  expect(await ask(['a', 'b', 'b'])).toBeNull();
  expect(await ask(['a', '', ''])).toBeNull();
});

it('is none of a chat that the page has just made and is looked at', async () => {
  expect(await ask(['new', 'a', 'a'])).toBeNull();
  expect(await ask(['new', 'new', 'a'])).toBeNull();
});

it('is one that ends while somebody looks elsewhere, unless there is nothing to tell', async () => {
  expect(await ask(['b', 'b', 'b'])).toBe(REPLY);
  expect(await ask(['', '', ''])).toBe(REPLY);
  expect(await ask(['b', 'b', 'b'], null)).toBeNull();
});
