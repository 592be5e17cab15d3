import { useEffect } from 'react';
import type { CommandId } from '../../preload/contract/commands';
import { flushDraft } from '../actions/drafts';
import { commandOf } from '../app/shortcuts';
import { runCommand } from '../features/palette/commands';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { tellError } from '../stores/notices-store';
import { keysPressed } from '../ui/keys';

/** What the small window has room for. */
const COMMANDS: ReadonlySet<CommandId> = new Set([
  'newChat',
  'messageBox',
  'chooseModel',
  'stop',
  'regenerate',
  'copyReply',
]);

/** Hides the window. What is typed stays where it is, and is kept. */
const hideQuick = (): void => {
  flushDraft();
  void request('quick.hide', {}).catch(tellError);
};

/** Lists and editors that are open take Escape themselves. */
const isTaken = ({ target }: KeyboardEvent): boolean =>
  document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null ||
  (target instanceof HTMLElement && target.matches('article textarea, article input'));

/** Escape hides the small window; commands that it has room for have their keys. */
export const useQuickKeys = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const pressed = keysPressed(event, useApp.getState().platform);
      const command = commandOf(pressed);
      const isHiding = pressed[0] === 'Escape' && !isTaken(event);
      if (!isHiding && (command === undefined || !COMMANDS.has(command))) return;
      event.preventDefault();
      if (isHiding) hideQuick();
      else if (command !== undefined) runCommand(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
