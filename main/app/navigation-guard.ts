import { app, type WebContents } from 'electron';

const guard = (contents: WebContents): void => {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  // Links in replies go through the request app.openExternal; whatever tries to open a window by itself is refused.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** No page of ours ever navigates away, opens a window or holds a webview. A reload by the app itself still works. */
export const guardNavigation = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
