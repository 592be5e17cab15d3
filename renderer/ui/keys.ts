import type { Snapshot } from '../../preload/contract/snapshot';
import { isComposing } from './composing';

type Platform = Snapshot['platform'];

/** What Electron's accelerators call the keys that the page calls otherwise. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead']);

/** A layout without Latin letters still has the shortcuts where they are printed. */
const latinOf = ({ key, code }: KeyboardEvent): string => {
  const isOther = key.length === 1 && key.charCodeAt(0) > 126;
  return isOther ? (/^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? key) : key;
};

const keyOf = (event: KeyboardEvent): string => {
  const key = latinOf(event);
  return KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
};

/** The same keys under one name: outside of macOS there is no other Ctrl than the one that commands have. */
export const plainKeys = (accelerator: string, platform: Platform): string =>
  platform === 'darwin' ? accelerator : accelerator.replace(/(?<!\w)Ctrl/, 'CmdOrCtrl');

/**
 * What is pressed, in Electron's accelerator notation; the second form counts too, where the layout has a sign above another one.
 * Empty: nothing that a command could have.
 */
export const keysPressed = (event: KeyboardEvent, platform: Platform): readonly string[] => {
  if (isComposing(event) || MODIFIERS.has(event.key) || event.getModifierState('AltGraph')) return [];
  const isMac = platform === 'darwin';
  const held = isMac ? event.metaKey : event.ctrlKey;
  // The key of Windows and of Linux desktops belongs to them.
  if (!isMac && event.metaKey) return [];
  const key = keyOf(event);
  const named = (withShift: boolean) =>
    [
      held && 'CmdOrCtrl',
      isMac && event.ctrlKey && 'Ctrl',
      event.altKey && 'Alt',
      event.shiftKey && withShift && 'Shift',
      key,
    ]
      .filter((part) => part !== false)
      .join('+');
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key);
  return event.shiftKey && isSign ? [named(true), named(false)] : [named(true)];
};

const MAC_SIGNS: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Backspace: '⌫',
  Delete: '⌦',
  Enter: '↩',
  Tab: '⇥',
  Escape: '⎋',
};

const SHORT: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Escape: 'Esc', Delete: 'Del' };

const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** Keys as the person's system writes them: `⌘⇧F`, or `Ctrl+Shift+F`. */
export const keysText = (accelerator: string, platform: Platform): string => {
  const parts = accelerator.split('+').map((part) => ARROWS[part] ?? part);
  if (platform === 'darwin') return parts.map((part) => MAC_SIGNS[part] ?? part).join('');
  return parts.map((part) => SHORT[part] ?? part).join('+');
};

const ARIA_NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/** Keys for screen readers, as `aria-keyshortcuts` has them: `Meta+Shift+F`, `Control+Shift+F` (WAI-ARIA 1.2). */
export const ariaKeys = (accelerator: string, platform: Platform): string =>
  accelerator
    .split('+')
    .map((part) =>
      part === 'CmdOrCtrl' ? (platform === 'darwin' ? 'Meta' : 'Control') : (ARIA_NAMES[part] ?? part),
    )
    .join('+');
