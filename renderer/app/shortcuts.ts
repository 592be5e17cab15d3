import { useEffect } from 'react';
import { type CommandId, commandIds, keysOf } from '../../preload/contract/commands';
import { stepFind } from '../actions/find';
import { stepHit } from '../actions/search';
import { isCovered, runCommand } from '../features/palette/commands';
import { useApp } from '../stores/app-store';
import { useFind } from '../stores/find-store';
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

const commandOf = (pressed: readonly string[]): CommandId | undefined => {
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
  return fixed[keys] ?? (isField(event.target) ? undefined : outsideOfFields[keys]);
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
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
