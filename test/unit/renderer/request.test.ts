import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerFacts } from '../../../preload/contract/history';
import { factLines, tokensPerSecond } from '../../../renderer/features/request/fact-lines';
import { en } from '../../../renderer/locales/en';
import { begunTurn } from '../../support/memory-history';

const i18n = createInstance();
beforeAll(() =>
  i18n.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }),
);

const UNKNOWN = begunTurn('c', []).answers[0]?.answer as AnswerFacts;
const usage = { promptTokens: 1024, completionTokens: 50, totalTokens: 1074 };
const timings = { headersMs: 200, firstTokenMs: 500, totalMs: 3000 };

const shown = (facts: Partial<AnswerFacts>) =>
  Object.fromEntries(factLines(i18n.t, 'en', { ...UNKNOWN, ...facts }));

describe('the facts of an answer', () => {
  it('leave out what is not known instead of showing 0 or null', () => {
    expect(shown({})).toEqual({});
  });

  it('set what the server counted against what was counted before, and say "about" where it was a guess', () => {
    const estimate = { promptTokens: 1000, exact: false };
    expect(shown({ usage, estimate })['Prompt tokens']).toBe(
      '1,024 counted by the server, about 1,000 estimated before sending',
    );
    expect(shown({ estimate })['Prompt tokens']).toBe('about 1,000 estimated before sending');
    expect(shown({ usage, estimate: { promptTokens: 1024, exact: true } })['Prompt tokens']).toBe(
      '1,024 counted by the server, 1,024 by Parlance before sending',
    );
  });

  it('give the pace from the first token on, without the wait before it', () => {
    expect(tokensPerSecond({ usage, timings })).toBe(20);
    expect(tokensPerSecond({ usage, timings: { ...timings, totalMs: 500 } })).toBeNull();
    expect(tokensPerSecond({ usage, timings: { ...timings, firstTokenMs: null } })).toBeNull();
    expect(tokensPerSecond({ usage: null, timings })).toBeNull();
  });
});
