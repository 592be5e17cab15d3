import { useEffect } from 'react';
import { newChat } from '../actions/open-chat';
import { useApp } from '../stores/app-store';
import { focusMessageBox, showSettings } from '../stores/view-store';

const shortcuts: Readonly<Record<string, () => void>> = {
  n: () => {
    newChat();
    focusMessageBox();
  },
  ',': () => showSettings(true),
};

/** Ctrl (on macOS Cmd) with N opens a new chat, with the comma the settings. */
export const useShortcuts = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const held = useApp.getState().platform === 'darwin' ? event.metaKey : event.ctrlKey;
      const command = shortcuts[event.key.toLowerCase()];
      if (!held || event.altKey || event.shiftKey || command === undefined) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
};
