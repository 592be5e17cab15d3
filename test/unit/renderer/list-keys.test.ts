import type { KeyboardEvent } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { onChatKey } from '../../../renderer/features/conversations/list-keys';
import { useChatList } from '../../../renderer/stores/chat-list-store';
import { useSelection } from '../../../renderer/stores/selection-store';

/** A list of chats, and what is pressed on the one that has the focus, so many milliseconds after the key before. */
const listOf = (titles: readonly string[]) => {
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
  useChatList.setState({ chats, cursor: null });
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
  vi.stubGlobal('document', { querySelectorAll });
  onTestFinished(() => void vi.unstubAllGlobals());
  let time = 10_000;
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
  return { press, focused: () => titles[focused] };
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
