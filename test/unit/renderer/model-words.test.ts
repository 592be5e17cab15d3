import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../main/models/catalogue';
import { modelFacts, shortFacts, warnings } from '../../../renderer/features/models/model-words';
import { en } from '../../../renderer/locales/en';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
const { t } = i18n;
const { modelInfo } = await loadCatalogue();
const facts = (id: string) => modelFacts(t, 'en', modelInfo(id));

describe('a model in words', () => {
  it('tells a price by length as such, not the lower one alone', () => {
    expect(facts('gpt-5.4')).toEqual(
      expect.arrayContaining([
        '$2.50 per million prompt tokens, $15.00 per million reply tokens',
        '$0.25 per million cached prompt tokens',
        'for prompts above 271,999 tokens $5.00 and $22.50',
      ]),
    );
  });

  it('tells what it can, what it stands for, and what speaks against it', () => {
    expect(facts('gpt-4-vision-preview')).toContain(
      'can do JSON mode, seeds, parallel tool calls, and vision',
    );
    expect(facts('gpt-4-turbo-preview')).toContain('stands for gpt-4-0125-preview');
    expect(warnings(t, modelInfo('gpt-4-32k'))).toEqual([
      'deprecated, shutdown 2025-06-06',
      'never widely offered',
    ]);
    expect(warnings(t, modelInfo('gpt-3.5-turbo-instruct'))).toEqual([
      'deprecated, shutdown 2026-09-28',
      'legacy: it completes one text, which is made of the chat',
    ]);
  });

  it('always says window and longest reply, and never a price that is not known', () => {
    expect(shortFacts(t, 'en', modelInfo('mystery'))).toEqual([
      'context window not known',
      'longest reply not known',
    ]);
    expect(facts('mystery').join()).not.toContain('$');
  });
});
