import { expect, test } from 'vitest';
import { hasDisplay } from '../../../scripts/machine/display.mjs';

test('a window is not tried on Linux without a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
});

test('an empty DISPLAY does not count as one', () => {
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
});

test.each([{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }])('%o is a display', (env) => {
  expect(hasDisplay(env, 'linux')).toBe(true);
});

test('macOS and Windows are not sent to the demo for lack of DISPLAY', () => {
  expect(hasDisplay({}, 'darwin')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
});
