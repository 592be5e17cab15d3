import { type KeyboardEvent, type PointerEvent, useState, type WheelEvent } from 'react';

const LEAST = 0.1;
const MOST = 12;
const STEP = 1.25;
/** How far an arrow key moves the picture, in CSS pixels. */
const ARROW = 40;

interface View {
  readonly scale: number;
  /** From the middle, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

const FITTED: View = { scale: 1, x: 0, y: 0 };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [ARROW, 0],
  ArrowRight: [-ARROW, 0],
  ArrowUp: [0, ARROW],
  ArrowDown: [0, -ARROW],
};

/** Looking at a picture closely: by buttons, wheel, drag and keys (+, -, 0, arrows). A scale of 1 fits the window. */
export const useZoom = () => {
  const [view, setView] = useState(FITTED);
  /* The point (from the middle) that is under the mouse stays where it is. */
  const zoom = (factor: number, x = 0, y = 0) =>
    setView((old) => {
      const scale = Math.min(MOST, Math.max(LEAST, old.scale * factor));
      const grown = scale / old.scale;
      return { scale, x: x - (x - old.x) * grown, y: y - (y - old.y) * grown };
    });
  const move = (x: number, y: number) => setView((old) => ({ ...old, x: old.x + x, y: old.y + y }));
  const reset = () => setView(FITTED);
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow !== undefined) move(...arrow);
    else if (event.key === '+' || event.key === '=') zoom(STEP);
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') reset();
    else return;
    event.preventDefault();
  };
  const onWheel = (event: WheelEvent<HTMLElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - left - width / 2;
    const y = event.clientY - top - height / 2;
    zoom(STEP ** (-event.deltaY / 100), x, y);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event.movementX, event.movementY);
  };
  return {
    view,
    zoomIn: () => zoom(STEP),
    zoomOut: () => zoom(1 / STEP),
    reset,
    handlers: { onKeyDown, onWheel, onPointerDown, onPointerMove },
  };
};
