import { describe, expect, test } from 'vitest';
import { itemCount, releaseNotes } from '../../../scripts/package/release-notes.mjs';
import { missingSignatures } from '../../../scripts/package/signing.mjs';
import { updateFeed } from '../../../scripts/package/update-feed.mjs';

describe('where updates come from', () => {
  test('nowhere, unless the builder says so: a fork must not ask for somebody else’s', () => {
    expect(updateFeed({})).toEqual([]);
    expect(updateFeed({ GITHUB_REPOSITORY: 'half' })).toEqual([]);
  });

  test('the repository whose workflow builds it', () => {
    expect(updateFeed({ GITHUB_REPOSITORY: 'someone/parlance' })).toEqual([
      '-c.publish.provider=github',
      '-c.publish.owner=someone',
      '-c.publish.repo=parlance',
      '-c.publish.releaseType=draft',
    ]);
  });

  test('a named server before the repository', () => {
    const feed = updateFeed({
      UPDATE_URL: 'https://updates.example/',
      GITHUB_REPOSITORY: 'someone/parlance',
    });
    expect(feed.slice(0, 2)).toEqual([
      '-c.publish.provider=generic',
      '-c.publish.url=https://updates.example/',
    ]);
  });
});

describe('what is said of signatures', () => {
  test('each that the environment has nothing for', () => {
    expect(missingSignatures('darwin', {}).map((note) => note.split(':')[0])).toEqual([
      'NOT signed',
      'NOT notarised',
    ]);
    expect(missingSignatures('win32', {})[0]).toContain('WIN_CSC_LINK');
  });

  test('half of what one takes is not enough', () => {
    expect(missingSignatures('win32', { CSC_LINK: 'file' })).toHaveLength(1);
  });

  test('nothing where all is there, or none is made', () => {
    expect(missingSignatures('win32', { CSC_LINK: 'file', CSC_KEY_PASSWORD: 'word' })).toEqual([]);
    expect(missingSignatures('linux', {})).toEqual([]);
  });
});

describe('what is new in a version', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- next\n\n## [1.1.0] - 2026-10-01\n\n- one\n- two\n\n## 1.0.0\n\n- first\n';

  test('is its section, without the heading', () => {
    expect(releaseNotes(changelog, '1.1.0')).toBe('- one\n- two');
    expect(releaseNotes(changelog, '1.0.0')).toBe('- first');
  });

  test('is what is unreleased before it has one', () => {
    expect(releaseNotes(changelog, '1.2.0-beta.1')).toBe('- next');
  });

  test('is nothing where there is nothing', () => {
    expect(releaseNotes('# Changelog\n', '1.0.0')).toBe('');
  });
});

test('notes are held against those in the other language by their number', () => {
  expect(itemCount('### Added\n- One\n- Two,\n  which goes on\n\n### Fixed\n- Three')).toBe(3);
  expect(itemCount('')).toBe(0);
});
