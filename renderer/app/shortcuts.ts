import { useEffect } from 'react';
import { type CommandId, commandIds, keysOf } from '../../preload/contract/commands';
import { stepFind } from '../actions/find';
import { stepHit } from '../actions/search';
import { isCovered, runCommand } from '../features/palette/commands';
import { useApp } from '../stores/app-store';
import { useFind } from '../stores/find-store';
import { useNotices } from '../stores/notices-store';
import { useSearch } from '../stores/search-store';
import { redoLast, undoLast } from '../stores/undo-store';
import { keysPressed, plainKeys } from '../ui/keys';

const step = (by: -1 | 1) => {
  if (useFind.getState().open) stepFind(by);
  else if (useSearch.getState().hits.length > 0) void stepHit(by);
};

/** Fields undo what is typed in them themselves. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** True once something was typed into what has the focus. */
let isTypedIn = false;

/**
 * Whether keys that undo are a field's own. An empty box that nothing was typed into since it has the focus leaves them to
 * what a notice on screen offers to undo: the focus came to it when what was deleted went away.
 */
const undoesItself = (target: EventTarget | null): boolean => {
  const isUntouched = target instanceof HTMLTextAreaElement && target.value === '' && !isTypedIn;
  const isOffered = useNotices.getState().notices.some(({ notice }) => 'undo' in notice);
  return isField(target) && !(isUntouched && isOffered);
};

/** What has the same keys for everybody. */
const fixed: Readonly<Record<string, () => void>> = {
  F3: () => step(1),
  'Shift+F3': () => step(-1),
};

const outsideOfFields: Readonly<Record<string, () => void>> = {
  'CmdOrCtrl+Z': undoLast,
  'CmdOrCtrl+Shift+Z': redoLast,
  'CmdOrCtrl+Y': redoLast,
};

/** The command that has one of these keys. */
export const commandOf = (pressed: readonly string[]): CommandId | undefined => {
  const { settings, platform } = useApp.getState();
  return commandIds.find((command) => {
    const keys = keysOf(settings.keys, command);
    return keys !== null && pressed.includes(plainKeys(keys, platform));
  });
};

const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
  if (event.defaultPrevented || isCovered()) return undefined;
  const pressed = keysPressed(event, useApp.getState().platform);
  const [keys = ''] = pressed;
  const command = commandOf(pressed);
  if (command !== undefined) return () => runCommand(command);
  return fixed[keys] ?? (undoesItself(event.target) ? undefined : outsideOfFields[keys]);
};

/**
 * Carries out the commands that have keys, as the person set them. F3 goes on from match to match while one finds in a chat,
 * else from hit to hit, with Shift back; outside of fields Ctrl (on macOS Cmd) and Z undoes, with Shift or as Y does again.
 */
export const useShortcuts = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    const onInput = ({ type }: Event) => {
      isTypedIn = type === 'input';
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('input', onInput);
    window.addEventListener('focusin', onInput);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('input', onInput);
      window.removeEventListener('focusin', onInput);
    };
  }, []);
};
