import { app, type WebContents } from 'electron';

const guard = (contents: WebContents): void => {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  // The page may load itself again: that is how a person gets a part back that failed.
  const refuseOthers = (event: { preventDefault: () => void; readonly url: string }) => {
    if (event.url !== contents.getURL()) event.preventDefault();
  };
  contents.on('will-navigate', refuseOthers);
  contents.on('will-frame-navigate', refuseOthers);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  // Links in replies go through the request app.openExternal; whatever tries to open a window by itself is refused.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** No page of ours ever leaves its address, opens a window or holds a webview. It may load itself again. */
export const guardNavigation = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
