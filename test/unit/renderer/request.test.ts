import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerFacts } from '../../../preload/contract/history';
import { factLines, tokensPerSecond } from '../../../renderer/features/request/fact-lines';
import { piecesOf } from '../../../renderer/features/request/text-pieces';
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

describe('a long text in pieces', () => {
  it.each([
    ['lines', 'a line\n'.repeat(20_000)],
    ['one long line', 'x'.repeat(100_001)],
    ['characters of two units', `x${'👋'.repeat(30_001)}`],
    ['nothing', ''],
  ])('loses nothing and cuts no character: %s', (_, text) => {
    const pieces = piecesOf(text, text.length);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(20_000);
      expect(piece).not.toMatch(/[\ud800-\udbff]$/);
    }
  });

  it('shows no more than about what is asked for', () => {
    expect(piecesOf('x'.repeat(1_000_000), 50_000).join('').length).toBeLessThanOrEqual(60_000);
  });
});
