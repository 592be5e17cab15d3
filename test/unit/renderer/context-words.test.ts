import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import { noteText, usageText } from '../../../renderer/features/composer/context-words';
import { en } from '../../../renderer/locales/en';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
const { t } = i18n;

const estimate: ContextEstimate = {
  promptTokens: 1200,
  exact: true,
  contextWindow: 128_000,
  reservedTokens: 16_384,
  parts: { systemPrompt: 0, tools: 0, schema: 0, messages: 0, typed: 0, priming: 3 },
  rule: 'dropOldest',
  omittedCount: 0,
  overTokens: 0,
  keptIds: [],
  replyBound: null,
  sentFromId: null,
  fits: true,
};

describe('context usage in words', () => {
  it('never claims to be exact where it is not', () => {
    expect(usageText(t, 'en', estimate)).toMatch(/^1,200 of 128,000/);
    expect(usageText(t, 'en', { ...estimate, exact: false })).toMatch(/^About/);
    expect(usageText(t, 'en', { ...estimate, contextWindow: null })).toMatch(/^About.*not known$/);
    expect(usageText(t, 'en', null)).toBe('Not counted yet');
  });

  it('tells what the prompt costs only where that is known', () => {
    expect(usageText(t, 'en', estimate, '$0.003')).toMatch(
      /^1,200 of 128,000 .*, the prompt costs about \$0\.003$/,
    );
    expect(usageText(t, 'en', estimate, null)).not.toMatch(/cost|\$/);
    expect(usageText(t, 'en', null, '$0.003')).toBe('Not counted yet');
  });

  it('says what will not be sent', () => {
    expect(noteText(t, 'en', estimate)).toBe('');
    expect(noteText(t, 'en', { ...estimate, imagesLeftOut: 2 })).toMatch(/^This model takes no images: 2/);
    expect(noteText(t, 'en', { ...estimate, omittedCount: 1, imagesLeftOut: 1 })).toMatch(
      /^The oldest message.* 1 image of/,
    );
    expect(noteText(t, 'en', { ...estimate, omittedCount: 1 })).toMatch(/^The oldest message/);
    expect(noteText(t, 'en', { ...estimate, omittedCount: 7 })).toMatch(/^The 7 oldest/);
    expect(noteText(t, 'en', { ...estimate, omittedCount: 7, fits: false })).toMatch(/cannot be sent/);
    expect(noteText(t, 'en', { ...estimate, omittedCount: 1, callsLeftOut: 2 })).toMatch(
      /^The oldest .* 2 function calls will not be sent/,
    );
  });
});
