import { app } from 'electron';

/** Whether the desktop is one of Wayland's, where no app can have keys everywhere by itself. */
export const isWayland = (): boolean =>
  process.platform === 'linux' &&
  (process.env.XDG_SESSION_TYPE === 'wayland' || 'WAYLAND_DISPLAY' in process.env);

/**
 * Has Chromium ask the desktop for such keys, which it does not by itself (electronjs.org/docs/latest/api/global-shortcut). Call
 * before the app is ready.
 */
export const askDesktopForKeys = (): void => {
  if (!isWayland()) return;
  const wanted = app.commandLine.getSwitchValue('enable-features');
  const features = [...(wanted === '' ? [] : [wanted]), 'GlobalShortcutsPortal'];
  app.commandLine.appendSwitch('enable-features', features.join(','));
};
