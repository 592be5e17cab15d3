import { expect, test } from 'vitest';
import { printablePiece } from '../../../scripts/demo/reply-text.mjs';

/** What is printed when a reply is seen in these states, the last of them complete. */
const print = (...states: readonly string[]) =>
  states.reduce((printed, text, i) => printed + printablePiece(printed, text, i === states.length - 1), '');

test('nothing is printed twice and nothing is left out', () => {
  expect(print('', 'One\nTw', 'One\nTwo\nThr', 'One\nTwo\nThree')).toBe('One\nTwo\nThree\n');
});

test('a last line that Markdown turns into something else is not printed early', () => {
  expect(print('One\n**bo', 'One\nbold')).toBe('One\nbold\n');
});

test('a reply whose printed part changed is printed again in full', () => {
  expect(print('a\nb', 'x\nb')).toBe('a\n\nx\nb\n');
});
