import { app, type WebContents } from 'electron';

const guard = (contents: WebContents): void => {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  // The page may load itself again: that is how a person gets a part back that failed.
  const refuseOthers = (event: { preventDefault: () => void; readonly url: string }) =>
    event.url === contents.getURL() || refuse(event);
  contents.on('will-navigate', refuseOthers);
  contents.on('will-frame-navigate', refuseOthers);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  // Links in replies go through the request app.openExternal; whatever tries to open a window by itself is refused.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** No page of ours ever navigates away, opens a window or holds a webview. A reload by the app itself still works. */
export const guardNavigation = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
