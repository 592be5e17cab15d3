import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** An empty profile folder, removed after the test. */
export const tempProfile = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'parlance-profile-'));
  made.push(folder);
  return folder;
};

/** The names in a folder, sorted. */
export const namesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder)).sort();

/** All files under a folder by name. */
const filesIn = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of entries.filter((each) => each.isFile())) {
    files.set(entry.name, await readFile(join(entry.parentPath, entry.name)));
  }
  return files;
};

const formsOf = (secret: string): readonly Buffer[] => {
  const bytes = Buffer.from(secret, 'utf8');
  const texts = [secret, bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')];
  // In base64 the same text looks different at each of three offsets: its inner part is what they have in common.
  for (const lead of ['a', 'ab'])
    texts.push(
      Buffer.from(lead + secret)
        .toString('base64')
        .slice(4, -4),
    );
  return [...texts.map((text) => Buffer.from(text, 'utf8')), Buffer.from(secret, 'utf16le')];
};

/** Names of the files under a folder that hold a secret as UTF-8, UTF-16, hex or base64. */
export const filesHolding = async (folder: string, secret: string): Promise<readonly string[]> => {
  const forms = formsOf(secret);
  return [...(await filesIn(folder))]
    .filter(([, bytes]) => forms.some((form) => bytes.includes(form)))
    .map(([name]) => name);
};
