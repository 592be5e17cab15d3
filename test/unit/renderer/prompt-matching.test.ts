import { describe, expect, it } from 'vitest';
import type { SavedPrompt } from '../../../preload/contract/prompts';
import { triggerAt } from '../../../renderer/features/composer/trigger';
import { matchPrompts, searchPrompts } from '../../../renderer/features/prompts/match-prompts';

const prompt = (title: string, text = '', tags: string[] = []): SavedPrompt => ({
  id: title,
  title,
  text,
  tags,
  updatedAt: 0,
});
const titles = (found: readonly SavedPrompt[]) => found.map(({ title }) => title);
const library = [
  prompt('Code review', 'Find bugs', ['work']),
  prompt('Translate to French'),
  prompt('Résumé', 'Shorten'),
  prompt('翻译成英文', '', ['语言']),
  prompt('Recode'),
];

describe('prompts after a slash', () => {
  it('stands the beginning of a title before the middle of one', () => {
    expect(titles(matchPrompts(library, 'code'))).toEqual(['Code review', 'Recode']);
  });

  it.each([
    ['trfr', ['Translate to French']],
    ['tofrench', ['Translate to French']],
    ['RESUME', ['Résumé']],
    ['英文', ['翻译成英文']],
    ['翻英', ['翻译成英文']],
    ['语言', ['翻译成英文']],
    ['work', ['Code review']],
    ['zzz', []],
  ])('finds by %s, with letters, marks, case or blanks left out', (query, found) => {
    expect(titles(matchPrompts(library, query))).toEqual(found);
  });

  it('searches the library by every word, also in texts, and by tag', () => {
    expect(titles(searchPrompts(library, 'bugs code', ''))).toEqual(['Code review']);
    expect(titles(searchPrompts(library, '', '语言'))).toEqual(['翻译成英文']);
    expect(searchPrompts(library, 'code', '语言')).toEqual([]);
  });
});

describe('what calls up a list', () => {
  it.each([
    ['/', { kind: 'prompt', start: 0, query: '' }],
    ['hello\n/tr', { kind: 'prompt', start: 6, query: 'tr' }],
    ['／翻译', { kind: 'prompt', start: 0, query: '翻译' }],
    ['@gpt', { kind: 'model', start: 0, query: 'gpt' }],
    ['＠', { kind: 'model', start: 0, query: '' }],
    ['and/or', null],
    ['say /x', null],
    ['/usr/bin', null],
    ['/ ', null],
    ['// note', null],
    ['hi\n@gpt', null],
    ['me@example', null],
    [`/${'x'.repeat(70)}`, null],
    ['', null],
  ])('in %j', (text, trigger) => {
    expect(triggerAt(text, text.length)).toEqual(trigger);
  });

  it('goes by the caret, not by the end of the text', () => {
    expect(triggerAt('/tr and more', 3)).toEqual({ kind: 'prompt', start: 0, query: 'tr' });
    expect(triggerAt(`${'x'.repeat(500)}\n/a`, 503)).toEqual({ kind: 'prompt', start: 501, query: 'a' });
  });
});
