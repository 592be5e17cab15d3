import * as z from 'zod/mini';
import { type JsonStore, type JsonStoreOptions, openJsonStore, type ParsedJson } from '../storage/json-store';

const pixels = z.int().check(z.gte(-100_000), z.lte(100_000));
const size = z.int().check(z.gte(1), z.lte(100_000));
const windowBounds = z.object({
  x: pixels,
  y: pixels,
  width: size,
  height: size,
  maximized: z.boolean(),
  /** Absent: not. */
  fullScreen: z.optional(z.boolean()),
});

/** Where the window is, in Electron's device-independent pixels. */
export type WindowBounds = Readonly<z.infer<typeof windowBounds>>;

/** A rectangle of the screen, as Electron's `Display.workArea`. */
export type Area = Readonly<Pick<WindowBounds, 'x' | 'y' | 'width' | 'height'>>;

/** `window.json`: null until the window was first moved or closed. */
export interface WindowState {
  readonly bounds: WindowBounds | null;
}

// Enough of the title bar to take hold of.
const GRIP_WIDTH = 120;
const GRIP_HEIGHT = 24;

const parseWindowState = (json: unknown): ParsedJson<WindowState> => {
  if (json === undefined) return { value: { bounds: null }, isWhole: true };
  const parsed = z.object({ bounds: z.nullable(windowBounds) }).safeParse(json);
  return parsed.success ? { value: parsed.data, isWhole: true } : { value: { bounds: null }, isWhole: false };
};

/** Opens the window's state of a profile folder. `write` rejects with `settings.notSaved`. */
export const openWindowState = (
  options: Pick<JsonStoreOptions<WindowState>, 'folder' | 'files' | 'write'>,
): Promise<JsonStore<WindowState>> => openJsonStore({ ...options, name: 'window', parse: parseWindowState });

const overlap = (bounds: Area, area: Area): number =>
  Math.max(0, Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)) *
  Math.max(0, Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y));

const canBeTaken = (bounds: Area, area: Area): boolean => {
  const left = Math.max(bounds.x, area.x);
  const right = Math.min(bounds.x + bounds.width, area.x + area.width);
  return right - left >= GRIP_WIDTH && bounds.y >= area.y && bounds.y + GRIP_HEIGHT <= area.y + area.height;
};

const holds = (areas: readonly Area[], { width, height }: Area): boolean => {
  const across = Math.max(...areas.map((area) => area.x + area.width)) - Math.min(...areas.map(({ x }) => x));
  const down = Math.max(...areas.map((area) => area.y + area.height)) - Math.min(...areas.map(({ y }) => y));
  return width <= across && height <= down;
};

const moveInto = (bounds: WindowBounds, area: Area): WindowBounds => {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    ...bounds,
    x: Math.max(area.x, Math.min(bounds.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(bounds.y, area.y + area.height - height)),
    width,
    height,
  };
};

/**
 * Where the window goes: where it was, if a person could take hold of it there and the screens are still large enough; else
 * as near to that as it wholly fits, on the screen that most of it was on or, where that is gone, on the first.
 * @param workAreas of the screens that there are, the main one first.
 */
export const placeOf = (bounds: WindowBounds | null, workAreas: readonly Area[]): WindowBounds | null => {
  const [first, ...others] = workAreas;
  if (bounds === null || first === undefined) return null;
  const isReachable = workAreas.some((area) => canBeTaken(bounds, area));
  if (isReachable && holds(workAreas, bounds)) return bounds;
  const home = others.reduce(
    (best, area) => (overlap(bounds, area) > overlap(bounds, best) ? area : best),
    first,
  );
  return moveInto(bounds, home);
};
