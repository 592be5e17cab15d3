import type { DrawAnswer, DrawQuestion } from '../../diagrams/messages';
import { openDiagramFrame } from './diagram-frame';

/** Longest source that is drawn, in UTF-16 code units: Mermaid's own bound. */
const LONGEST = 50_000;
/** Drawings that are remembered: a chat that is scrolled shows them again at once. */
const REMEMBERED = 60;
/** The frame's process is ended when nothing was drawn for so long, in milliseconds. */
const IDLE_MS = 60_000;

const known = new Map<string, DrawAnswer>();
let frame: ReturnType<typeof openDiagramFrame> | null = null;
let idle: ReturnType<typeof setTimeout> | undefined;
let last: Promise<unknown> = Promise.resolve();

const closeFrame = () => {
  frame?.close();
  frame = null;
};

const keyOf = ({ source, dark }: DrawQuestion): string => `${dark ? 'dark' : 'light'}\n${source}`;

const remember = (question: DrawQuestion, answer: DrawAnswer): DrawAnswer => {
  known.set(keyOf(question), answer);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return answer;
};

const ask = async (question: DrawQuestion): Promise<DrawAnswer> => {
  const before = known.get(keyOf(question));
  if (before !== undefined) return before;
  clearTimeout(idle);
  frame ??= openDiagramFrame();
  try {
    return remember(question, await frame.ask(question));
  } catch {
    closeFrame();
    // Remembered too: what hung once would hang again.
    return remember(question, { problem: '' });
  } finally {
    idle = setTimeout(closeFrame, IDLE_MS);
  }
};

/** What was drawn of a diagram before; null where it was not. */
export const knownDrawing = (question: DrawQuestion): DrawAnswer | null => known.get(keyOf(question)) ?? null;

/** Draws a diagram, one after another; never throws. An empty `problem`: it is too long or took too long. */
export const drawDiagram = (question: DrawQuestion): Promise<DrawAnswer> => {
  if (question.source.length > LONGEST) return Promise.resolve({ problem: '' });
  const answer = last.then(() => ask(question));
  last = answer;
  return answer;
};
