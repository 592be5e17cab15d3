import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWindowState, placeOf } from '../../../main/settings/window-state';
import '../../support/electron-store-in-node';
import { tempProfile } from '../../support/temp-profile';

const bounds = { x: 10, y: 20, width: 900, height: 700, maximized: false };
const screen = { x: 0, y: 0, width: 1920, height: 1040 };

describe('window state', () => {
  it('is kept over a restart', async () => {
    const folder = await tempProfile();
    const state = await openWindowState({ folder });
    expect(state.value).toEqual({ bounds: null });
    await state.write({ bounds });
    expect((await openWindowState({ folder })).value).toEqual({ bounds });
  });

  it.each([
    { ...bounds, width: 0 },
    { ...bounds, x: 1e9 },
    { ...bounds, y: 'top' },
    { ...bounds, height: 0.5 },
    { x: 1 },
  ])('that is absurd is set aside: %j', async (absurd) => {
    const folder = await tempProfile();
    await writeFile(join(folder, 'window.json'), JSON.stringify({ bounds: absurd }));
    const state = await openWindowState({ folder });
    expect(state.value).toEqual({ bounds: null });
    expect(state.wasSetAside).toBe(true);
  });

  it('of an older version, without full screen, is whole', async () => {
    const folder = await tempProfile();
    await writeFile(join(folder, 'window.json'), JSON.stringify({ bounds }));
    expect((await openWindowState({ folder })).wasSetAside).toBe(false);
  });
});

describe('the place of the window', () => {
  const left = { x: -1920, y: 0, width: 1920, height: 1080 };

  it.each([
    ['in the middle of a screen', bounds, [screen]],
    ['on a screen left of the main one, at negative coordinates', { ...bounds, x: -1900 }, [screen, left]],
    ['partly outside, as far as its title bar can be taken', { ...bounds, x: 1700 }, [screen]],
    ['over two screens', { ...bounds, x: -1500, width: 3000 }, [screen, left]],
  ])('is as it was: %s', (_what, were, screens) => {
    expect(placeOf(were, screens)).toEqual(were);
  });

  it.each([
    ['its screen is gone', { ...bounds, x: -1900 }, { x: 0, y: 20 }],
    ['it hangs over the right edge', { ...bounds, x: 1900 }, { x: 1020, y: 20 }],
    ['its title bar is above the screen', { ...bounds, y: -50 }, { x: 10, y: 0 }],
    ['its title bar is below the screen', { ...bounds, y: 1030 }, { x: 10, y: 340 }],
    ['the screen is smaller than it was', { ...bounds, width: 2400 }, { x: 0, y: 20, width: 1920 }],
  ])('is as near as it wholly fits when %s', (_what, were, expected) => {
    expect(placeOf(were, [screen])).toEqual({ ...bounds, ...expected });
  });

  it('is on the screen that most of it was on, maximised as it was', () => {
    const below = { x: 0, y: 1040, width: 1280, height: 720 };
    const were = { x: 100, y: 900, width: 1800, height: 800, maximized: true };
    expect(placeOf(were, [screen, below])).toEqual(were);
    expect(placeOf({ ...were, width: 2400 }, [screen, below])).toMatchObject({
      x: 0,
      y: 1040,
      width: 1280,
      height: 720,
      maximized: true,
    });
  });

  it('is up to the system the first time, and without any screen', () => {
    expect(placeOf(null, [screen])).toBeNull();
    expect(placeOf(bounds, [])).toBeNull();
  });
});
