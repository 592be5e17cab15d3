import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWindowState, reachableBounds } from '../../../main/settings/window-state';
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

  it('is not used where nobody could take hold of the window', () => {
    const left = { x: -1920, y: 0, width: 1920, height: 1080 };
    expect(reachableBounds(bounds, [screen])).toEqual(bounds);
    expect(reachableBounds({ ...bounds, x: -1000 }, [screen])).toBeNull();
    expect(reachableBounds({ ...bounds, x: -1000 }, [left, screen])).not.toBeNull();
    expect(reachableBounds({ ...bounds, x: 1900 }, [screen])).toBeNull();
    expect(reachableBounds({ ...bounds, y: -50 }, [screen])).toBeNull();
    expect(reachableBounds({ ...bounds, y: 1030 }, [screen])).toBeNull();
    expect(reachableBounds(bounds, [])).toBeNull();
    expect(reachableBounds(null, [screen])).toBeNull();
  });
});
