import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { characterOf, wordOf } from '../history/corpus.mjs';

/** Messages of a chat. */
const MESSAGES = 24;

const textOf = (/** @type {number} */ seed) => {
  const words = Array.from({ length: 60 + (seed % 200) }, (_, i) => wordOf((seed * 31 + i * 7) % 3000));
  const chinese = Array.from({ length: seed % 40 }, (_, i) => characterOf((seed + i) % 900)).join('');
  const code = seed % 5 === 0 ? '\n\n```ts\nconst value = compute("a\\"b");\n```\n' : '';
  return `${words.join(' ')} ${chinese}${code}`;
};

const nodeOf = (/** @type {number} */ chat, /** @type {number} */ index) => ({
  id: `${chat}-${index}`,
  parent: index === 0 ? null : `${chat}-${index - 1}`,
  children: index + 1 < MESSAGES ? [`${chat}-${index + 1}`] : [],
  message: {
    id: `${chat}-${index}`,
    author: { role: index % 2 === 0 ? 'user' : 'assistant', name: null, metadata: {} },
    create_time: 1_600_000_000 + chat * 1000 + index,
    content: { content_type: 'text', parts: [textOf(chat * MESSAGES + index)] },
    status: 'finished_successfully',
    weight: 1,
    metadata: { model_slug: 'gpt-4o', timestamp_: 'absolute' },
    recipient: 'all',
  },
});

/** A made-up conversation as ChatGPT exports it: the same on every machine. @param {number} chat */
export function conversation(chat) {
  const nodes = Array.from({ length: MESSAGES }, (_, index) => nodeOf(chat, index));
  return {
    title: `Chat ${chat}`,
    create_time: 1_600_000_000 + chat * 1000,
    update_time: 1_600_000_000 + chat * 1000 + MESSAGES,
    mapping: Object.fromEntries(nodes.map((node) => [node.id, node])),
    current_node: `${chat}-${MESSAGES - 1}`,
    conversation_id: `bench-${chat}`,
  };
}

/**
 * Writes a made-up ChatGPT export of at least so many bytes.
 * @param {string} file
 * @param {number} bytes
 * @param {number} firstChat the number of its first chat
 * @returns {Promise<{ bytes: number, chats: number, messages: number }>}
 */
export async function writeExport(file, bytes, firstChat = 0) {
  const stream = createWriteStream(file);
  let written = 1;
  let chats = 0;
  stream.write('[');
  while (written < bytes) {
    const json = `${chats === 0 ? '' : ','}${JSON.stringify(conversation(firstChat + chats))}`;
    written += Buffer.byteLength(json);
    chats += 1;
    if (!stream.write(json)) await once(stream, 'drain');
  }
  stream.end(']');
  await once(stream, 'finish');
  return { bytes: written, chats, messages: chats * MESSAGES };
}
