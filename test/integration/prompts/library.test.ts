import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openDriver, temporaryFolder } from '../backstage/support';

const content = (title: string, text = `Text of ${title}`) => ({ title, text, tags: ['t'] });

it('keeps prompts by title, and one that was deleted comes back with its id', async () => {
  const { driver } = await openDriver();
  const second = await driver.call('prompt.save', { id: null, ...content('Second') });
  await driver.call('prompt.save', { id: null, ...content('First', 'a\0b \ud800') });
  await driver.call('prompt.delete', { id: second.id });
  expect((await driver.call('prompt.list', null)).map(({ title }) => title)).toEqual(['First']);
  await driver.call('prompt.save', { ...content('Second'), id: second.id });
  const list = await driver.call('prompt.list', null);
  expect(list.map(({ title, text, tags }) => ({ title, text, tags }))).toEqual([
    content('First', 'a\0b \ud800'),
    content('Second'),
  ]);
});

it('refuses what the page could not hold, and then nothing has changed', async () => {
  const folder = temporaryFolder();
  const { driver } = await openDriver();
  const file = path.join(folder, 'many.json');
  const many = Array.from({ length: 1001 }, (_, at) => content(`P${at}`));
  await writeFile(file, JSON.stringify(many));
  expect((await driver.error('prompt.import', { paths: [file] })).code).toBe('prompts.full');
  expect(await driver.call('prompt.list', null)).toEqual([]);
});

it('takes a file in once: what is there word for word is not doubled', async () => {
  const folder = temporaryFolder();
  const { driver } = await openDriver();
  await driver.call('prompt.save', { id: null, ...content('One') });
  await driver.call('prompt.save', { id: null, ...content('Two') });
  for (const [format, name] of [
    ['json', 'p.json'],
    ['markdown', 'p.md'],
  ] as const) {
    const file = path.join(folder, name);
    await driver.call('prompt.export', { file, format });
    expect(await driver.call('prompt.import', { paths: [file] })).toEqual({ added: 0, known: 2, refused: 0 });
    expect(await readFile(file, 'utf8')).toContain('Text of Two');
  }
  const gone = await driver.error('prompt.import', { paths: [path.join(folder, 'gone.json')] });
  expect(gone.code).toBe('transfer.unreadable');
});
