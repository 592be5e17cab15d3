import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../preload/contract/commands';
import { commandItem, paletteGroups } from '../../../renderer/features/palette/palette-items';

const chat = (label: string) => ({ kind: 'chat' as const, id: label, label });
const offer = {
  commands: commandIds.map((id) => commandItem(id, 'zh-CN')),
  recent: ['trash', 'gone', 'find'],
  chats: ['Rust lifetimes', '上海三日游计划', 'Café notes', ...'abcdefgh'].map(chat),
  models: ['gpt-4o', 'gpt-4o-mini'].map((id) => ({ kind: 'model' as const, id, label: `使用 ${id}` })),
};

const labelsOf = (query: string, kind: string) =>
  paletteGroups(query, offer)
    .flatMap(({ items }) => items)
    .filter((item) => item.kind === kind)
    .map(({ label }) => label);

describe('the command palette', () => {
  it('begins with what was used last, each command once', () => {
    const [recent, commands] = paletteGroups('', offer);
    expect(recent?.items.map(({ id }) => id)).toEqual(['trash', 'find']);
    expect(commands?.items.map(({ id }) => id)).not.toContain('trash');
  });

  it('finds Chinese by single characters with others between them', () => {
    expect(labelsOf('上海计划', 'chat')).toEqual(['上海三日游计划']);
    expect(labelsOf('新对', 'command')).toContain('新对话');
  });

  it('finds a command by its English name in Chinese too', () => {
    expect(labelsOf('new chat', 'command')[0]).toBe('新对话');
  });

  it('finds by first letters, and over an accent', () => {
    expect(labelsOf('rl', 'chat')).toContain('Rust lifetimes');
    expect(labelsOf('cafe', 'chat')).toEqual(['Café notes']);
  });

  it('puts the group with the best match first', () => {
    expect(paletteGroups('gpt-4o', offer)[0]?.value).toBe('models');
  });

  it('offers nothing for what nothing is called', () => {
    expect(paletteGroups('zqxjkv', offer)).toEqual([]);
  });
});
