import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../scripts/test/file-rules.mjs';

const folder = (name: string) => `see /${name}/x`;

describe('brokenRules', () => {
  it.each(['root', 'work', 'home/jane', 'Users/jane'])('sees a path below /%s', (name) => {
    expect(brokenRules('a.md', folder(name))).toHaveLength(1);
  });

  it('sees a Windows profile', () => {
    expect(brokenRules('a.md', ['C:', 'Users', 'jane'].join('\\'))).toHaveLength(1);
  });

  it('leaves addresses and our own folders alone', () => {
    expect(brokenRules('a.md', 'https://example.org/work/ main/home/page/ ../root/ /usr/bin')).toEqual([]);
  });

  it('sees the registry of one machine in a lock file', () => {
    expect(brokenRules('package-lock.json', '  "resolved": "https://mirror.example/x.tgz"')).toHaveLength(1);
    expect(
      brokenRules('.npmrc', ['ignore-scripts=true', 'registry=https://mirror.example'].join('\n')),
    ).toHaveLength(1);
  });

  it('counts the lines of a style sheet, which the linter does not', () => {
    expect(brokenRules('a.css', '\n'.repeat(250))).toEqual([]);
    expect(brokenRules('a.css', '\n'.repeat(251))).toHaveLength(1);
  });
});
