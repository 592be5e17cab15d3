import { DIAGRAM_FRAME } from '../../../preload/contract/frames';
import type { DrawAnswer, DrawQuestion } from '../../diagrams/messages';
import { hiddenFrame, loadedFrame } from './hidden-frame';

/** A diagram that takes longer is given up, in milliseconds: the first one also waits for Mermaid to load. */
const PATIENCE_MS = 20_000;

interface DiagramFrame {
  readonly ask: (question: DrawQuestion) => Promise<DrawAnswer>;
  readonly close: () => void;
}

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
  const frame = hiddenFrame(DIAGRAM_FRAME);
  const { port1, port2 } = new MessageChannel();
  const ready = loadedFrame(frame).then(() => frame.contentWindow?.postMessage(null, '*', [port2]));
  return {
    ask: (question) => answerOn(port1, ready, question),
    close: () => {
      port1.close();
      frame.remove();
    },
  };
};
