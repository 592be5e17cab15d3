import type { KeyboardEvent } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { onChatKey } from '../../../renderer/features/conversations/list-keys';

/** A list of chats, and what is pressed on the one that has the focus, so many milliseconds after the key before. */
const listOf = (titles: readonly string[]) => {
  let focused = 0;
  const stops = titles.map((textContent, at) => ({
    textContent,
    dataset: { chat: textContent },
    focus: () => {
      focused = at;
    },
  }));
  vi.stubGlobal('document', { querySelectorAll: () => stops });
  onTestFinished(() => void vi.unstubAllGlobals());
  let time = 10_000;
  const press = (key: string, after = 100): boolean => {
    time += after;
    let isTaken = false;
    const preventDefault = () => {
      isTaken = true;
    };
    const pressed = { key, timeStamp: time, currentTarget: stops[focused], preventDefault };
    onChatKey(pressed as unknown as KeyboardEvent<HTMLElement>, '', () => undefined);
    return isTaken;
  };
  return { press, focused: () => titles[focused] };
};

describe('letters typed in the list of chats', () => {
  it('go to the next name that begins with them, a space of it included, which else presses the button', () => {
    const { press, focused } = listOf(['Gamma', 'Bravo one', 'Bravo two']);
    expect(press(' ', 5000)).toBe(false);
    expect([...'bravo t'].map((key) => press(key))).not.toContain(false);
    expect(focused()).toBe('Bravo two');
    expect(press(' ', 5000)).toBe(false);
    press('g');
    expect(focused()).toBe('Gamma');
  });
});
