import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOfUrl } from '../../../main/app/app-file';

const root = path.resolve('some', 'renderer');

describe('files served under app://', () => {
  it('maps a URL of ours to a file inside the page folder', () => {
    expect(fileOfUrl(root, 'app://parlance/index.html')).toBe(path.join(root, 'index.html'));
    expect(fileOfUrl(root, 'app://parlance/assets/a.js?x=1#y')).toBe(path.join(root, 'assets', 'a.js'));
  });

  it.each([
    'app://parlance/../../secret.js',
    'app://parlance/%2e%2e/%2e%2e/secret.js',
    'app://parlance/assets/../secret.js',
  ])('brings dots back inside the page folder: %s', (url) => {
    expect(fileOfUrl(root, url)).toBe(path.join(root, 'secret.js'));
  });

  it.each([
    'app://parlance/..%2f..%2fsecret.js',
    'app://parlance/a/..%2f..%2f..%2fsecret.js',
    'app://parlance/a/..%5c..%5csecret.js',
    'app://parlance/index.html%00.js',
    'app://parlance/%ff.js',
    'app://other/index.html',
    'app://parlance.evil/index.html',
    'file:///index.html',
    'https://parlance/index.html',
    'app://parlance/',
    'app://parlance/history.db',
    'not a url',
  ])('never leaves the page folder and never serves another host or type: %s', (url) => {
    expect(fileOfUrl(root, url)).toBeNull();
  });
});
