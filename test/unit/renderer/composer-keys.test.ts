import { describe, expect, it } from 'vitest';
import { keyEdit } from '../../../renderer/features/composer/box-keys';
import type { TextEdit } from '../../../renderer/features/composer/markdown-keys';
import { recallStep } from '../../../renderer/features/composer/sent-history';

/** A text with [ and ] around what is chosen, or | for the caret; ¦ stands for a square bracket's own place. */
const parse = (marked: string) => {
  const caret = marked.indexOf('|');
  const text = marked.replaceAll(/[|«»]/g, '');
  if (caret !== -1) return { text, start: caret, end: caret };
  return { text, start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
};

const show = (text: string, { from, to, insert, start, end }: TextEdit): string => {
  const next = text.slice(0, from) + insert + text.slice(to);
  const marked = start === end ? '|' : `«${next.slice(start, end)}»`;
  return next.slice(0, start) + marked + next.slice(end);
};

const press = (marked: string, key: string, more: object = {}, tabLeaves = false, platform = 'linux') => {
  const selected = parse(marked);
  const event = { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more };
  const edit = keyEdit(event, selected, platform, tabLeaves);
  return edit === null ? null : show(selected.text, edit);
};
const ctrl = { ctrlKey: true };
const shift = { shiftKey: true };

describe('marks', () => {
  it.each([
    ['a «b» c', 'b', 'a **«b»** c'],
    ['a **«b»** c', 'b', 'a «b» c'],
    ['a **«b»** c', 'i', 'a ***«b»*** c'],
    ['a ***«b»*** c', 'i', 'a **«b»** c'],
    ['a *«b»* c', 'i', 'a «b» c'],
    ['«x»', 'e', '`«x»`'],
    ['`«x»`', 'e', '«x»'],
    ['see «this»', 'k', 'see [this](|)'],
    ['«https://a.b/c»', 'k', '[|](https://a.b/c)'],
    ['a «b» c', 'B', 'a **«b»** c'],
  ])('%j with Ctrl+%s', (before, key, after) => {
    expect(press(before, key, ctrl)).toBe(after);
  });

  it('touches nothing where nothing is chosen, with other keys held, or with Ctrl on a Mac', () => {
    expect(press('a|b', 'b', ctrl)).toBeNull();
    expect(press('«a»', 'b', { ...ctrl, shiftKey: true })).toBeNull();
    expect(press('«a»', 'k', ctrl, false, 'darwin')).toBeNull();
    expect(press('«a»', 'b', { metaKey: true }, false, 'darwin')).toBe('**«a»**');
  });
});

describe('a line break in a list', () => {
  it.each([
    ['- a|', '- a\n- |'],
    ['  * a|', '  * a\n  * |'],
    ['9. a|', '9. a\n10. |'],
    ['1) a|b', '1) a\n2) |b'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['> said|', '> said\n> |'],
    ['- a\n- |', '- a\n|'],
    ['- [ ] |', '|'],
  ])('%j', (before, after) => {
    expect(press(before, 'Enter', shift)).toBe(after);
  });

  it.each(['plain|', '|- a', '-a|', '1.5|', '«- a»', '---|'])('leaves %j to the box', (text) => {
    expect(press(text, 'Enter', shift)).toBeNull();
  });

  it('leaves Enter alone, which sends', () => {
    expect(press('- a|', 'Enter')).toBeNull();
  });
});

describe('Tab', () => {
  it.each([
    ['- a|', {}, '  - a|'],
    ['  - a|', shift, '- a|'],
    ['«- a\n- b»', {}, '  «- a\n  - b»'],
    ['```\nx|\n', {}, '```\n  x|\n'],
    ['- |a', shift, '- |a'],
  ])('in a list or code, %j', (before, more, after) => {
    expect(press(before, 'Tab', more)).toBe(after);
  });

  it('goes to the next field from prose, behind a closed block of code, and after Escape', () => {
    expect(press('prose|', 'Tab')).toBeNull();
    expect(press('```\nx\n```\ny|', 'Tab')).toBeNull();
    expect(press('- a|', 'Tab', {}, true)).toBeNull();
  });
});

describe('what was sent', () => {
  const sent = ['third', 'second', 'first'];

  it('comes back from the latest on, and goes forward to the empty box', () => {
    const one = recallStep(null, sent, '', 'ArrowUp');
    expect(one?.text).toBe('third');
    const two = recallStep(one?.recall ?? null, sent, 'third', 'ArrowUp');
    expect(two?.text).toBe('second');
    const back = recallStep(two?.recall ?? null, sent, 'second', 'ArrowDown');
    expect(back?.text).toBe('third');
    expect(recallStep(back?.recall ?? null, sent, 'third', 'ArrowDown')).toEqual({ recall: null, text: '' });
  });

  it('never replaces what was typed, nor a recalled text that was changed', () => {
    expect(recallStep(null, sent, 'typed', 'ArrowUp')).toBeNull();
    const one = recallStep(null, sent, '', 'ArrowUp');
    expect(recallStep(one?.recall ?? null, sent, 'third!', 'ArrowUp')).toBeNull();
    expect(recallStep(one?.recall ?? null, sent, 'third!', 'ArrowDown')).toBeNull();
  });

  it('stops at the first, and does nothing where nothing was sent', () => {
    const last = { texts: sent, at: 2 };
    expect(recallStep(last, sent, 'first', 'ArrowUp')).toBeNull();
    expect(recallStep(null, [], '', 'ArrowUp')).toBeNull();
    expect(recallStep(null, sent, '', 'ArrowDown')).toBeNull();
  });
});
