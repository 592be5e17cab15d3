import mermaid from 'mermaid';
import type { DrawAnswer, DrawQuestion } from './messages';

/** Fonts that the picture finds again where it is shown: as a picture it can load none. */
const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

const SVG = 'http://www.w3.org/2000/svg';

let drawings = 0;

/* Mermaid writes HTML, which is not always XML, and leaves the size to the page it would be part of. */
const standAlone = (markup: string): string => {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  const svg = holder.querySelector('svg');
  if (svg === null) throw new Error('no drawing');
  svg.setAttribute('xmlns', SVG);
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute('width', String(Math.ceil(width)));
  svg.setAttribute('height', String(Math.ceil(height)));
  svg.style.maxWidth = '';
  return new XMLSerializer().serializeToString(svg);
};

const draw = async ({ source, dark }: DrawQuestion): Promise<DrawAnswer> => {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    theme: dark ? 'dark' : 'neutral',
    fontFamily: FONT,
    // Text as text of the drawing: HTML within it is shown by browsers only.
    htmlLabels: false,
  });
  drawings += 1;
  try {
    const { svg } = await mermaid.render(`diagram${drawings}`, source);
    return { svg: standAlone(svg) };
  } catch (thrown) {
    return { problem: thrown instanceof Error ? thrown.message : '' };
  }
};

// The page hands over a port once; nobody else can ask, or answer, on it.
addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port === undefined) return;
    port.onmessage = async ({ data }: MessageEvent<DrawQuestion>) => port.postMessage(await draw(data));
  },
  { once: true },
);
