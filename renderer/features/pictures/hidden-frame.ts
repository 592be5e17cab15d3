/** A frame that draws, in a process of its own, and is not looked at; removing it ends the process. */
export const hiddenFrame = (address: string): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.src = address;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // As wide as a column of text, which some kinds fill. One line of it is in sight, or Chromium would hold up its work.
  Object.assign(frame.style, { position: 'fixed', width: '760px', height: '600px', border: '0' });
  Object.assign(frame.style, { insetInlineStart: '0', top: 'calc(100vh - 1px)', opacity: '0', zIndex: '-1' });
  frame.style.pointerEvents = 'none';
  return frame;
};

/** Puts a frame into the page; resolves when its document is there. */
export const loadedFrame = (frame: HTMLIFrameElement): Promise<void> => {
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
  document.body.append(frame);
  return loaded;
};
