import type { KeyboardEvent } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { onChatKey } from '../../../renderer/features/conversations/list-keys';
import { useChatList } from '../../../renderer/stores/chat-list-store';
import { useSelection } from '../../../renderer/stores/selection-store';
import { installFakeMain } from './fake-main';

let time = 10_000;

/** A list of chats, and what is pressed on the one that has the focus, so many milliseconds after the key before. */
const listOf = (titles: readonly string[], loaded = titles.length) => {
  let focused = 0;
  const chats = titles.map((title) => ({
    id: title,
    title,
    createdAt: 0,
    updatedAt: 0,
    leafId: null,
    options: { model: '', params: {} },
    cost: null,
  }));
  const cursor = loaded < titles.length ? { updatedAt: 0, id: 'last' } : null;
  useChatList.setState({ chats: chats.slice(0, loaded), cursor });
  const rows = titles.map((title, at) => ({
    dataset: { chat: title },
    clientHeight: 35,
    closest: (selector: string) =>
      selector === '[data-scroller]' ? { clientHeight: 110 } : { dataset: { list: 'all' } },
    focus: () => {
      focused = at;
    },
  }));
  const querySelectorAll = (selector: string) =>
    rows.filter(({ dataset: { chat } }) => selector.includes(`"${chat}"`));
  vi.stubGlobal('document', {
    querySelectorAll,
    get activeElement() {
      return rows[focused];
    },
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const press = (key: string, { after = 100, shiftKey = false } = {}): boolean => {
    time += after;
    let isTaken = false;
    const preventDefault = () => {
      isTaken = true;
    };
    const pressed = { key, shiftKey, timeStamp: time, currentTarget: rows[focused], preventDefault };
    onChatKey(pressed as unknown as KeyboardEvent<HTMLElement>, titles[focused] ?? '', () => undefined);
    return isTaken;
  };
  return { press, focused: () => titles[focused], rest: { chats: chats.slice(loaded), cursor: null } };
};

describe('the list of chats by keys', () => {
  it('goes by letters to the next name that begins with them, a space of it included, which else presses the button', () => {
    const { press, focused } = listOf(['Gamma', 'Bravo one', 'Bravo two']);
    expect(press(' ', { after: 5000 })).toBe(false);
    expect([...'bravo t'].map((key) => press(key))).not.toContain(false);
    expect(focused()).toBe('Bravo two');
    expect(press(' ', { after: 5000 })).toBe(false);
    press('g');
    expect(focused()).toBe('Gamma');
    press('Home');
    press('b');
    expect(focused()).toBe('Bravo one');
  });

  it('looks for a name in what is not loaded yet, unless one goes elsewhere or types on meanwhile', async () => {
    for (const { next, goal } of [
      { next: null, goal: 'Zebra' },
      { next: 'ArrowDown', goal: 'Beta' },
      { next: 'o', goal: 'Zoo' },
    ]) {
      const main = installFakeMain();
      const { press, focused, rest } = listOf(['Alpha', 'Beta', 'Zebra', 'Zoo'], 2);
      press('z', { after: 5000 });
      if (next !== null) press(next);
      await main.sent('chat.list')[0]?.answer(rest);
      expect(focused(), String(next)).toBe(goal);
    }
  });

  it('goes by pages of what is in view, and no further than the ends', () => {
    const { press, focused } = listOf(['A', 'B', 'C', 'D', 'E', 'F']);
    press('PageDown');
    expect(focused()).toBe('C');
    press('PageDown');
    press('PageDown');
    expect(focused()).toBe('F');
    press('PageUp');
    expect(focused()).toBe('D');
    press('Home');
    press('ArrowUp');
    expect(focused()).toBe('A');
  });

  it('selects on the way with Shift, by a page and to the end too', () => {
    const { press, focused } = listOf(['A', 'B', 'C', 'D', 'E', 'F']);
    press('ArrowDown');
    press('PageDown', { shiftKey: true });
    expect([...useSelection.getState().ids]).toEqual(['B', 'C', 'D']);
    press('End', { shiftKey: true });
    expect(focused()).toBe('F');
    expect([...useSelection.getState().ids]).toEqual(['B', 'C', 'D', 'E', 'F']);
  });
});
