import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../preload/contract/history';
import { groupStarts } from '../../../renderer/stores/chat-groups';

const DAY_MS = 24 * 60 * 60 * 1000;
const MIDNIGHT = 1_700_000_000_000;

const chat = (daysAgo: number, isPinned = false): Chat => ({
  id: `${daysAgo}`,
  title: '',
  createdAt: 0,
  updatedAt: MIDNIGHT - daysAgo * DAY_MS,
  leafId: null,
  options: { model: 'x', params: {} },
  cost: { usd: 0, isWhole: true },
  ...(isPinned ? { isPinned } : {}),
});

describe('the groups of the list', () => {
  it('begin where the day does, the pinned ones first, however old they are', () => {
    const chats = [
      chat(400, true),
      chat(-0.5),
      chat(0),
      chat(0.001),
      chat(1),
      chat(1.001),
      chat(7),
      chat(8),
      chat(31),
    ];
    expect(groupStarts(chats, MIDNIGHT)).toEqual([
      'pinned',
      'today',
      null,
      'yesterday',
      null,
      'week',
      null,
      'month',
      'older',
    ]);
  });

  it('have no name where there is only one', () => {
    expect(groupStarts([chat(3), chat(4)], MIDNIGHT)).toEqual([null, null]);
    expect(groupStarts([], MIDNIGHT)).toEqual([]);
    expect(groupStarts([chat(3, true), chat(4, true)], MIDNIGHT)).toEqual(['pinned', null]);
  });
});
