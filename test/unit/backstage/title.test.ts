import { describe, expect, it } from 'vitest';
import { cleanTitle, titleFrom } from '../../../main/backstage/history/title';

describe('titleFrom', () => {
  it('takes the first line that has anything on it', () => {
    expect(titleFrom('\n \t\n  First  line \r\nsecond')).toBe('First line');
  });

  it('leaves out the marks of Markdown, but no part of a formula or a name', () => {
    expect(titleFrom('## **Why** is `x` in [this list](https://example.org)?')).toBe(
      'Why is x in this list?',
    );
    expect(titleFrom('```ts\nconst a = 1;\n```')).toBe('const a = 1;');
    expect(titleFrom('2*3*4 in __init__ of a_b_c')).toBe('2*3*4 in __init__ of a_b_c');
    expect(titleFrom('```')).toBe('```');
    expect(titleFrom('# ')).toBe('#');
  });

  it('leaves out keys: whoever looks at the screen sees the list', () => {
    expect(titleFrom('Why is sk-proj-abcDEF1234567890abcdef refused?')).toBe('Why is … refused?');
    expect(titleFrom('ghp_16charactersAndMore99 and AKIAIOSFODNN7EXAMPLE12')).toBe('… and …');
    expect(titleFrom('skateboardingchampionships')).toBe('skateboardingchampionships');
  });

  it('keeps 60 characters whole and cuts the 61st, with an ellipsis', () => {
    expect(titleFrom('x'.repeat(60))).toBe('x'.repeat(60));
    expect(titleFrom('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
  });

  it('counts characters as people see them: no half emoji, no lost accent', () => {
    const family = '👩‍👩‍👧';
    expect(titleFrom(family.repeat(20))).toBe(family.repeat(20));
    expect(titleFrom('e\u0301'.repeat(61))).toBe(`${'e\u0301'.repeat(60)}…`);
    expect(titleFrom('汉'.repeat(61))).toBe(`${'汉'.repeat(60)}…`);
  });

  it('stays within the contract’s 300 code units however long its characters are', () => {
    const title = titleFrom(`${'👩‍👩‍👧‍👦'.repeat(59)} and z${'\u0301'.repeat(5000)}`);
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title).toMatch(/…$/u);
  });

  it('holds nothing that SQLite text cannot: no NUL, no lone surrogate', () => {
    expect(titleFrom('a\0b\ud800c')).toBe('a b c');
    expect(cleanTitle('\u0007bell\udfff ')).toBe('bell');
  });

  it('does not walk through a line of megabytes', () => {
    expect(titleFrom(' '.repeat(10) + 'word '.repeat(1_000_000))).toMatch(/^word word .*…$/u);
  });
});
