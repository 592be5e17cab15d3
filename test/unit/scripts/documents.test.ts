import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, ...groups]) => groups.filter((group) => group !== undefined));

const guides = ['.', 'docs', 'docs/adr'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);

/** A file by its name, in which `*` stands for anything. */
const isThere = (file: string): boolean => {
  const folder = path.join(root, path.dirname(file));
  const [first = '', ...others] = path.basename(file).split('*');
  const isOne = (name: string) => name.startsWith(first) && name.endsWith(others.at(-1) ?? first);
  return existsSync(folder) && readdirSync(folder).some(isOne);
};

test('every promise of SECURITY.md names a proof, and every file that it names is there', () => {
  const text = read('SECURITY.md');
  const rows = text.split('\n').filter((line) => /^\| (?!promise |---)/.test(line));
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.filter((row) => !/`(?:test|main)\/[^`]+`[^|]*\|$/.test(row))).toEqual([]);
  const named = found(text, /`((?:test|main)\/[^`]+)`/g);
  expect(named.filter((file) => !isThere(file))).toEqual([]);
});

test('every file that a guide names by its folder is there', () => {
  const missing = guides.flatMap((guide) =>
    found(read(guide), /`((?:main|preload|renderer|scripts|test)\/[\w./*-]+\.\w+)`/g)
      .filter((file) => !isThere(file))
      .map((file) => `${guide}: ${file}`),
  );
  expect(missing).toEqual([]);
});

test('every package that the app is made of has its reason, and no other', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: object };
  const adr = read('docs/adr/0009-few-dependencies-each-with-a-reason.md');
  const named = found(adr, /^\| (`.+?) \| [a-z]/gm).flatMap((cell) => found(cell, /`([\w@./-]+)`/g));
  expect(named.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('no link of a guide leads to a file that is not there', () => {
  expect(guides.length).toBeGreaterThan(30);
  const broken = guides.flatMap((guide) =>
    found(read(guide), /\]\((?!\w+:)([^)#\s]+)[^)]*\)/g)
      .filter((link) => !existsSync(path.join(root, path.dirname(guide), link)))
      .map((link) => `${guide}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every command that a guide tells of is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const known = [...Object.keys(scripts), 'start', 'test'];
  const unknown = guides.flatMap((guide) =>
    found(read(guide), /npm run ([\w:-]+)/g)
      .filter((name) => !known.includes(name))
      .map((name) => `${guide}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('the README of each language shows the same keys, pictures and blocks of commands', () => {
  const facts = (file: string) => {
    const text = read(file);
    return {
      keys: found(text, /^\| ((?:Enter|Shift|Ctrl|J)\b[^|]*) \|/gm).map(
        (keys) => keys.match(/[\w+/]+/g)?.[0],
      ),
      pictures: found(text, /docs\/screenshots\/([\w-]+?)(?:-zh-CN|-en)\.png/g),
      blocks: found(text, /```sh\n([\s\S]*?)```/g),
    };
  };
  expect(facts('README.zh-CN.md')).toEqual(facts('README.md'));
  expect(facts('README.md').keys.length).toBeGreaterThan(5);
});
