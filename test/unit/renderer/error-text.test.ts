import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, errorCodes } from '../../../preload/contract/result';
import { errorText } from '../../../renderer/i18n/error-text';
import { en } from '../../../renderer/locales/en';
import { zhCN } from '../../../renderer/locales/zh-CN';

const translator = async (locale: 'en' | 'zh-CN'): Promise<TFunction> => {
  const i18n = createInstance();
  await i18n.init({
    lng: locale,
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  });
  return i18n.t;
};

describe('errors in words', () => {
  it.each(['en', 'zh-CN'] as const)('leaves no bare key and no empty placeholder (%s)', async (locale) => {
    const t = await translator(locale);
    for (const code of errorCodes) {
      const { what, fix } = errorText(t, { code, message: 'for developers' });
      expect(`${what} ${fix}`).not.toMatch(/errors\.|\{\{|undefined|for developers/);
    }
  });

  it.each(['en', 'zh-CN'] as const)(
    'tells each reason of a refused address or key apart (%s)',
    async (locale) => {
      const t = await translator(locale);
      const fixes = (code: ErrorCode, reasons: readonly string[]) =>
        reasons.map((reason) => errorText(t, { code, message: '', detail: { reason } }).fix);
      const url = ['empty', 'notUrl', 'scheme', 'credentials', 'query', 'apiVersion', 'unheard of'];
      expect(new Set(fixes('endpoint.invalidUrl', url)).size).toBe(url.length);
      const key = ['empty', 'tooLong', 'characters', 'unheard of'];
      expect(new Set(fixes('endpoint.invalidKey', key)).size).toBe(key.length);
      expect(new Set(fixes('vault.failed', ['newer', 'ENOSPC', 'EACCES', 'EROFS', 'toString'])).size).toBe(5);
    },
  );

  it('says how long the server asks to wait, and quotes it', async () => {
    const t = await translator('en');
    const text = errorText(t, {
      code: 'api.rateLimited',
      message: '',
      detail: { retryAfterSeconds: 19.2, serverMessage: 'Slow <b>down</b>' },
    });
    expect(text).toEqual({
      what: 'Too many requests in a short time.',
      fix: 'The server asks to wait 20 s. Wait a little and try again.',
      quote: 'The server says: “Slow <b>down</b>”',
    });
  });
});
