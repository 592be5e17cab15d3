import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChatGpt } from '../../../main/backstage/import/formats/chatgpt';
import { orderTree } from '../../../main/backstage/import/order-tree';
import type { SourceMessage } from '../../../main/backstage/import/source-chat';
import { branchedConversation } from '../../support/foreign-exports';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'gone');

/** Trees broken in every way: cycles, missing parents, doubles, messages that say nothing. */
const message: fc.Arbitrary<SourceMessage> = fc.record({
  id,
  parentId: fc.option(id),
  role: fc.constantFrom('user', 'assistant'),
  name: fc.constant(null),
  parts: fc.constantFrom(
    [],
    [{ type: 'text', text: 'x' }],
    [{ type: 'reasoning', text: 'r' }],
  ) as fc.Arbitrary<SourceMessage['parts']>,
  createdAt: fc.option(fc.nat({ max: 50 })),
  model: fc.constant(null),
});

const messages = fc.array(message, { maxLength: 12 });

describe('orderTree', () => {
  it('keeps every message that says something once, parents first, in any broken tree', () => {
    fc.assert(
      fc.property(messages, fc.option(id), (source, leafId) => {
        const tree = orderTree({ messages: source, leafId });
        const seen = new Set<string>();
        for (const each of tree.messages) {
          expect(seen.has(each.id)).toBe(false);
          expect(each.parentId === null || seen.has(each.parentId)).toBe(true);
          seen.add(each.id);
        }
        const said = new Set(
          source
            .filter((each, index) => source.findIndex((other) => other.id === each.id) === index)
            .filter(({ parts }) => parts.some(({ type }) => type === 'text'))
            .map((each) => each.id),
        );
        for (const each of said) expect(seen.has(each)).toBe(true);
        expect(tree.leafId === null ? seen.size : seen.has(tree.leafId)).toBe(
          tree.leafId === null ? 0 : true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('puts what was thought with each of the answers that came of it', () => {
    const of = (name: string, parentId: string | null, type: 'text' | 'reasoning', role = 'assistant') =>
      ({
        id: name,
        parentId,
        role,
        name: null,
        parts: [{ type, text: name }],
        createdAt: null,
        model: null,
      }) as SourceMessage;
    const source = [
      of('q', null, 'text', 'user'),
      of('t', 'q', 'reasoning'),
      of('a', 't', 'text'),
      of('b', 't', 'text'),
    ];
    const tree = orderTree({ messages: source, leafId: 't' });
    expect(tree.messages.map(({ id: name, parentId, parts }) => [name, parentId, parts.length])).toEqual([
      ['q', null, 1],
      ['a', 'q', 2],
      ['b', 'q', 2],
    ]);
    expect(tree.leafId).toBe('q');
  });
});

/** Replaces what stands at a place in a value, however deep, by something else. */
const mutate = (value: unknown, at: number, by: unknown): unknown => {
  let left = at;
  const walk = (each: unknown): unknown => {
    if (left === 0) {
      left = -1;
      return by;
    }
    left -= 1;
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
};

describe('readChatGpt', () => {
  it('makes a chat or nothing of a conversation in which anything is of the wrong type, and never throws', async () => {
    const hostile = fc.constantFrom(
      null,
      7,
      '',
      'x'.repeat(1000),
      [],
      {},
      [null],
      { parts: 7 },
      Number.MAX_VALUE,
      true,
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 200 }), hostile, async (at, by) => {
        const chat = await readChatGpt(mutate(branchedConversation(), at, by));
        if (chat !== null) orderTree(chat);
      }),
      { numRuns: 2000 },
    );
  });
});
