import { describe, expect, it } from 'vitest';
import english from '../../../CHANGELOG.md?raw';
import chinese from '../../../CHANGELOG.zh-CN.md?raw';
import { newSince, sectionsOf } from '../../../renderer/features/whats-new/changelog';

const LOG = `# Changelog

What a user notices.

## Unreleased

## [1.2.0] - 2027-01-02

### Added
- C

## 1.1.0 - 2026-12-01
- B

## 1.0.0
- A
`;

describe('what is new', () => {
  it('is all that came since the version before, newest first', () => {
    expect(newSince(LOG, '1.0.0')).toBe('## 1.2.0\n\n### Added\n- C\n\n## 1.1.0\n\n- B');
    expect(newSince(LOG, '1.1.0')).toBe('### Added\n- C');
  });

  it('is the newest section where the version before is the same, not known, or not in the log', () => {
    for (const seen of ['1.2.0', null, '0.0.1']) expect(newSince(LOG, seen)).toBe('### Added\n- C');
  });

  it('is told in both languages, version by version', () => {
    const named = (log: string) => sectionsOf(log).map(({ version }) => version);
    expect(named(chinese)).toEqual(named(english));
    expect(newSince(english, null)).toMatch(/^- /m);
    expect(newSince(chinese, null)).toMatch(/^- .*\p{Script=Han}/mu);
  });
});
