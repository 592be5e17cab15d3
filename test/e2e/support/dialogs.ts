import path from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './fixtures';

/** A folder of the test's own. */
export const ownFolder = (): string => path.dirname(test.info().outputPath('any'));

/** Answers main's own dialogs as a person would. */
export const chooseFiles = (app: ElectronApplication, filePaths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: [...chosen] });
  }, filePaths);

/** The same for a place to write to. */
export const choosePlace = (app: ElectronApplication, filePath: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === '', filePath: chosen });
  }, filePath);

/** Chooses an item of the application menu, as soon as it is there: the menu follows the page and its language. */
export const clickMenu = (app: ElectronApplication, label: string): Promise<void> =>
  expect
    .poll(() =>
      app.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
        const item = items.find(({ label: shown }) => shown === wanted);
        item?.click();
        return item === undefined ? 'no such item' : 'clicked';
      }, label),
    )
    .toBe('clicked');
