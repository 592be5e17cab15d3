import { DIAGRAM_FRAME } from '../../../preload/contract/frames';
import type { DrawAnswer, DrawQuestion } from '../../diagrams/messages';

/** A diagram that takes longer is given up, in milliseconds: the first one also waits for Mermaid to load. */
const PATIENCE_MS = 20_000;

interface DiagramFrame {
  readonly ask: (question: DrawQuestion) => Promise<DrawAnswer>;
  readonly close: () => void;
}

const hidden = (): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.src = DIAGRAM_FRAME;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  // As wide as a column of text, which some kinds fill. One line of it is in sight, or Chromium would hold up its work.
  Object.assign(frame.style, { position: 'fixed', width: '760px', height: '600px', border: '0' });
  Object.assign(frame.style, { insetInlineStart: '0', top: 'calc(100vh - 1px)', opacity: '0', zIndex: '-1' });
  frame.style.pointerEvents = 'none';
  return frame;
};

const answerOn = (port: MessagePort, ready: Promise<unknown>, question: DrawQuestion): Promise<DrawAnswer> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the diagram took too long')), PATIENCE_MS);
    port.onmessage = ({ data }: MessageEvent<DrawAnswer>) => {
      clearTimeout(late);
      resolve(data);
    };
    void ready.then(() => port.postMessage(question));
  });

/**
 * Opens the frame in which diagrams are drawn: a process of its own, which is ended when a diagram takes too long.
 * One question at a time.
 */
export const openDiagramFrame = (): DiagramFrame => {
  const frame = hidden();
  const { port1, port2 } = new MessageChannel();
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
  document.body.append(frame);
  const ready = loaded.then(() => frame.contentWindow?.postMessage(null, '*', [port2]));
  return {
    ask: (question) => answerOn(port1, ready, question),
    close: () => {
      port1.close();
      frame.remove();
    },
  };
};
