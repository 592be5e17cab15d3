import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installedRuntime } from '../../../scripts/runtime/official-runtime.mjs';
import { placeInRuntime } from '../../../scripts/runtime/registry-runtime.mjs';

describe('what is taken from the registry package', () => {
  test.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
    ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  ])('%s is part of Electron', (name, place) => {
    expect(placeInRuntime(name)).toBe(place);
  });

  test.each([
    'Cypress/resources/app/package.json',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
    'other/file',
  ])("%s, another product's, is left out", (name) => {
    expect(placeInRuntime(name)).toBeNull();
  });
});

describe("the electron package's own binary", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-electron-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is not used while only its name was written and the file is not there', () => {
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(installedRuntime(folder)).toBeNull();
  });

  test('is not used while its unpacking has not ended', () => {
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist/electron'), '');
    expect(installedRuntime(folder)).toBeNull();
  });

  test('is used when it is complete', () => {
    mkdirSync(path.join(folder, 'dist'));
    writeFileSync(path.join(folder, 'dist/electron'), '');
    writeFileSync(path.join(folder, 'path.txt'), 'electron');
    expect(installedRuntime(folder)).toBe(path.join(folder, 'dist/electron'));
  });
});
