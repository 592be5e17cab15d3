import fc from 'fast-check';
import type { Database } from '../../../../main/backstage/database/database';
import { text } from '../../../../main/backstage/database/row';
import { type Driver, KEY, OPTIONS } from '../support';
import { sentence, TITLES } from './random-queries';

/** What a person does with a history; a number picks a chat or message. */
export type Act =
  | { readonly kind: 'add'; readonly text: string; readonly isAnswer: boolean }
  | { readonly kind: 'edit' | 'begin'; readonly text: string }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'trash' | 'restore' | 'remove' | 'copy' | 'move' | 'reopen' };

/** Any act, and the number that picks what it is done to. */
export const act: fc.Arbitrary<readonly [Act, number]> = fc.tuple(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('add' as const), text: sentence, isAnswer: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin' as const), text: sentence }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), text: sentence }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('rename' as const), title: fc.constantFrom(...TITLES) }),
    },
    fc.record({
      kind: fc.constantFrom(...(['trash', 'restore', 'remove', 'copy', 'move', 'reopen'] as const)),
    }),
  ),
  fc.nat(99),
);

/** Carries acts out; those that the history refuses, for example on a chat that is gone, leave it as it is. */
export class Person {
  readonly #driver: Driver;
  readonly #file: string;
  readonly #database: Database;

  constructor(driver: Driver, file: string, database: Database) {
    this.#driver = driver;
    this.#file = file;
    this.#database = database;
  }

  #pick(sql: string, number: number) {
    const rows = this.#database.all(sql);
    return rows[number % Math.max(rows.length, 1)];
  }

  async begin(words: string, title: string): Promise<void> {
    const input = { chatId: null, role: 'user', text: words, options: OPTIONS, limit: 1 } as const;
    const { chat } = await this.#driver.call('chat.addMessage', input);
    await this.#driver.call('chat.rename', { chatId: chat.id, title });
  }

  async do(done: Act, number: number): Promise<void> {
    const chat = this.#pick(
      `SELECT id FROM chats WHERE ${done.kind === 'restore' ? 'trashed_at > 0' : 'trashed_at IS NULL'}`,
      number,
    );
    const chatId = chat === undefined ? '' : text(chat, 'id');
    const message = this.#pick(
      `SELECT m.id FROM messages m JOIN chats c ON c.seq = m.chat_seq WHERE c.id = '${chatId}' ORDER BY m.seq`,
      number * 7,
    );
    await this.#on(done, chatId, message === undefined ? '' : text(message, 'id'));
  }

  async #on(done: Act, chatId: string, messageId: string): Promise<void> {
    const driver = this.#driver;
    const place = { chatId, messageId, limit: 1 };
    switch (done.kind) {
      case 'add': {
        const role = done.isAnswer ? 'assistant' : 'user';
        await driver.attempt('chat.addMessage', {
          chatId,
          role,
          text: done.text,
          options: OPTIONS,
          limit: 1,
        });
        return;
      }
      case 'begin':
        return this.begin(done.text, 'delta');
      case 'edit':
        await driver.attempt('chat.changePath', {
          chatId,
          change: { kind: 'edit', messageId, text: done.text },
          limit: 1,
        });
        return;
      case 'rename':
        await driver.attempt('chat.rename', { chatId, title: done.title });
        return;
      case 'trash':
        await driver.attempt('chat.delete', { chatId });
        return;
      case 'restore':
        await driver.attempt('chat.restore', { chatId });
        return;
      case 'remove':
        await driver.attempt('trash.remove', { chatIds: null });
        return;
      case 'copy':
        await driver.attempt('branch.copy', { ...place, isWhole: true, title: 'beta' });
        return;
      case 'move':
        await driver.attempt('branch.move', { ...place, title: 'gamma' });
        return;
      case 'reopen':
        await driver.call('history.close', null);
        await driver.call('history.open', { file: this.#file, keyHex: KEY, liveMessageIds: [] });
    }
  }
}
