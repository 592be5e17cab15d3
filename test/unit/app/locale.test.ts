import { expect, it } from 'vitest';
import { chooseLocale } from '../../../main/app/locale';

it.each([
  ['system', ['zh-TW', 'en'], 'zh-CN'],
  ['system', ['zh-Hans-CN'], 'zh-CN'],
  ['system', ['en-GB', 'zh-CN'], 'en'],
  ['system', ['de-DE'], 'en'],
  ['system', [], 'en'],
  ['en', ['zh-CN'], 'en'],
  ['zh-CN', ['en'], 'zh-CN'],
] as const)('choice %s on a %j system speaks %s', (choice, system, locale) => {
  expect(chooseLocale(choice, system)).toBe(locale);
});
