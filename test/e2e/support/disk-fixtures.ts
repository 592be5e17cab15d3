import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { test as base } from './fixtures';
import type { LaunchOptions, Parlance } from './launch';
import { makeSmallDisk, type SmallDisk } from './small-disk';

interface Disk {
  readonly diskMegabytes: number;
  readonly disk: SmallDisk;
  /** Starts the app on that disk. */
  readonly start: (lang?: LaunchOptions['lang']) => Promise<Parlance>;
}

/** Playwright's test with a small disk that can be filled. */
export const test = base.extend<Disk>({
  diskMegabytes: [96, { option: true }],
  disk: async ({ diskMegabytes }, use) => {
    const disk = await makeSmallDisk(diskMegabytes);
    console.log(`a small disk by: ${disk.how}`);
    await use(disk);
    await disk.remove();
  },
  start: async ({ disk, launch }, use) => {
    await use((lang = 'en-US') =>
      launch({ profile: path.join(disk.folder, 'profile'), within: disk.within, lang }),
    );
  },
});

/** Says that nothing can be saved. */
export const banner = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'until there is space again' });
