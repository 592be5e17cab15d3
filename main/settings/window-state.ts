import * as z from 'zod/mini';
import { type JsonStore, type JsonStoreOptions, openJsonStore, type ParsedJson } from '../storage/json-store';

const pixels = z.int().check(z.gte(-100_000), z.lte(100_000));
const size = z.int().check(z.gte(1), z.lte(100_000));
const windowBounds = z.object({ x: pixels, y: pixels, width: size, height: size, maximized: z.boolean() });

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

/** The stored bounds if a person could still take hold of a window there; null where the screen has since gone. */
export const reachableBounds = (
  bounds: WindowBounds | null,
  workAreas: readonly Area[],
): WindowBounds | null => {
  if (bounds === null) return null;
  const isReachable = workAreas.some((area) => {
    const left = Math.max(bounds.x, area.x);
    const right = Math.min(bounds.x + bounds.width, area.x + area.width);
    return right - left >= GRIP_WIDTH && bounds.y >= area.y && bounds.y + GRIP_HEIGHT <= area.y + area.height;
  });
  return isReachable ? bounds : null;
};
