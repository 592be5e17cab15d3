import { describe, expect, it } from 'vitest';
import { autostartEntry, readAutostartEntry } from '../../../main/native/autostart-entry';

const execOf = (args: readonly string[]) =>
  /^Exec=(.*)$/m.exec(autostartEntry({ program: '/opt/Parlance/parlance', args }))?.[1];

describe('the file that starts the app at login', () => {
  it.each([
    ['a plain switch', '--hidden', '"--hidden"'],
    ['a space', '--user-data-dir=/data/my chats', '"--user-data-dir=/data/my chats"'],
    // Of the file's own strings, then of the command line: four backslashes are one.
    ['a backslash', 'a\\b', '"a\\\\\\\\b"'],
    ['what a shell would read', '`$HOME" x', '"\\\\`\\\\$HOME\\\\" x"'],
    ['a field code', '100%f', '"100%%f"'],
  ])('quotes %s', (_what, argument, quoted) => {
    expect(execOf([argument])).toBe(`"/opt/Parlance/parlance" ${quoted}`);
  });

  it('says again how it starts, and that the desktop has switched it off', () => {
    const visible = autostartEntry({ program: '/usr/bin/parlance', args: [] });
    const hidden = autostartEntry({ program: '/usr/bin/parlance', args: ['--hidden'] });
    expect(readAutostartEntry(visible)).toBe('window');
    expect(readAutostartEntry(hidden)).toBe('hidden');
    expect(readAutostartEntry(`${hidden}Hidden=true\n`)).toBe('no');
    expect(readAutostartEntry(visible.replace('enabled=true', 'enabled=false'))).toBe('no');
    expect(readAutostartEntry('')).toBe('no');
  });
});
