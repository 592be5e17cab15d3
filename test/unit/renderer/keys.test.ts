import { describe, expect, it } from 'vitest';
import { ownKeys, usualKeys } from '../../../preload/contract/commands';
import { canBeKeys, withKeys, withUsualKeys } from '../../../renderer/features/palette/key-changes';
import { ariaKeys, keysPressed, keysText, plainKeys } from '../../../renderer/ui/keys';

const press = (
  given: Partial<Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>> & {
    readonly altGraph?: boolean;
  },
): KeyboardEvent =>
  ({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    getModifierState: () => given.altGraph ?? false,
    ...given,
  }) as unknown as KeyboardEvent;

describe('keys that are pressed', () => {
  it('are told apart by Shift: search is not find', () => {
    expect(keysPressed(press({ key: 'f', ctrlKey: true }), 'linux')).toEqual(['CmdOrCtrl+F']);
    expect(keysPressed(press({ key: 'F', ctrlKey: true, shiftKey: true }), 'linux')).toEqual([
      'CmdOrCtrl+Shift+F',
    ]);
  });

  it('are Cmd on macOS, where Ctrl is another key', () => {
    expect(keysPressed(press({ key: 'k', metaKey: true }), 'darwin')).toEqual(['CmdOrCtrl+K']);
    expect(keysPressed(press({ key: 'k', ctrlKey: true }), 'darwin')).toEqual(['Ctrl+K']);
    expect(keysPressed(press({ key: 'k', metaKey: true }), 'win32')).toEqual([]);
  });

  it('count on a Russian layout where they are printed', () => {
    expect(keysPressed(press({ key: 'т', code: 'KeyN', ctrlKey: true }), 'linux')).toEqual(['CmdOrCtrl+N']);
  });

  it('count where a German layout has the sign above the 7', () => {
    expect(keysPressed(press({ key: '/', ctrlKey: true, shiftKey: true }), 'win32')).toContain('CmdOrCtrl+/');
  });

  it('are typing with AltGr: a Polish ą is no command', () => {
    expect(keysPressed(press({ key: 'ą', ctrlKey: true, altKey: true, altGraph: true }), 'win32')).toEqual(
      [],
    );
  });

  it('belong to an input method while it composes', () => {
    const composing = { ...press({ key: 'k', ctrlKey: true }), isComposing: true } as KeyboardEvent;
    expect(keysPressed(composing, 'linux')).toEqual([]);
  });
});

describe('keys of commands', () => {
  it('are used once: two commands under the same keys would be one that never comes', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const used = Object.values(usualKeys).flatMap((keys) =>
        keys === null ? [] : [plainKeys(keys, platform)],
      );
      expect(new Set(used).size).toBe(used.length);
    }
  });

  it('pass the check that the person’s own keys pass', () => {
    for (const keys of Object.values(usualKeys)) expect(keys === null || canBeKeys(keys)).toBe(true);
  });

  it.each(['K', 'Shift+K', 'Enter', 'CmdOrCtrl', 'CmdOrCtrl+', 'CmdOrCtrl+Ä', 'CmdOrCtrl+KK', ''])(
    'are never %j, which is typing or nothing',
    (keys) => expect(ownKeys.safeParse({ find: keys }).success).toBe(false),
  );

  it('may be a function key alone', () => expect(canBeKeys('F5')).toBe(true));

  it('are taken from the command that had them', () => {
    const { keys, taken } = withKeys({}, 'trash', 'CmdOrCtrl+K', 'linux');
    expect(taken).toBe('palette');
    expect(keys).toEqual({ trash: 'CmdOrCtrl+K', palette: null });
  });

  it('are the same as Ctrl outside of macOS only', () => {
    expect(withKeys({}, 'trash', 'CmdOrCtrl+Tab', 'linux').taken).toBe('nextChat');
    expect(withKeys({}, 'trash', 'CmdOrCtrl+Tab', 'darwin').taken).toBe(null);
  });

  it('come back as usual, but not while another command has them', () => {
    expect(withUsualKeys({ find: 'F5' }, 'find')).toEqual({});
    const own = { palette: null, trash: 'CmdOrCtrl+K' };
    expect(withUsualKeys(own, 'palette')).toEqual(own);
  });

  it('are written as the system writes them', () => {
    expect(keysText('CmdOrCtrl+Shift+F', 'darwin')).toBe('⌘⇧F');
    expect(keysText('CmdOrCtrl+Shift+F', 'linux')).toBe('Ctrl+Shift+F');
  });
});

describe('keys in a tip', () => {
  it('are written as on the keys of the system, and named to screen readers as WAI-ARIA names them', () => {
    expect(keysText('CmdOrCtrl+Shift+G', 'darwin')).toBe('⌘⇧G');
    expect([keysText('Escape', 'win32'), keysText('Escape', 'darwin')]).toEqual(['Esc', '⎋']);
    expect([keysText('Delete', 'linux'), keysText('Delete', 'darwin')]).toEqual(['Del', '⌦']);
    expect(ariaKeys('CmdOrCtrl+Shift+G', 'darwin')).toBe('Meta+Shift+G');
    expect(ariaKeys('CmdOrCtrl+Shift+G', 'linux')).toBe('Control+Shift+G');
    expect(ariaKeys('Ctrl+Up', 'darwin')).toBe('Control+ArrowUp');
  });
});
