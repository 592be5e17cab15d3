import { app, type WebContents } from 'electron';
import { FRAME_SCHEME } from '../../preload/contract/frames';

interface Move {
  readonly preventDefault: () => void;
  readonly url: string;
  readonly isMainFrame?: boolean;
}

/* An isolated frame may be anywhere in its own scheme: the only frames there are. */
const isFrames = ({ isMainFrame, url }: Move): boolean =>
  isMainFrame === false && url.startsWith(`${FRAME_SCHEME}://`);

const guard = (contents: WebContents): void => {
  // Only by way of the session's proxy, which leads nowhere.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  // The page may load itself again: that is how a person gets a part back that failed.
  const refuseOthers = (event: Move) => {
    if (event.url !== contents.getURL() && !isFrames(event)) event.preventDefault();
  };
  contents.on('will-navigate', refuseOthers);
  contents.on('will-frame-navigate', refuseOthers);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  // Links in replies go through the request app.openExternal; whatever tries to open a window by itself is refused.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/**
 * No page of ours ever leaves its address, opens a window or holds a webview. It may load itself again, and its isolated frames.
 */
export const guardNavigation = (): void => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
