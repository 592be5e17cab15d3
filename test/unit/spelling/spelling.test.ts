import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Session } from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Spelling } from '../../../main/spelling/spelling';

let profileDir: string;
beforeEach(() => {
  profileDir = mkdtempSync(path.join(os.tmpdir(), 'parlance-spelling-'));
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

test('a dictionary that comes late does not bring back languages that were taken away meanwhile', async () => {
  let tellAsked: (answer: () => void) => void = () => undefined;
  const asked = new Promise<() => void>((resolve) => {
    tellAsked = resolve;
  });
  const used: string[][] = [];
  const session = {
    availableSpellCheckerLanguages: ['en-US', 'de'],
    setSpellCheckerLanguages: (languages: string[]) => used.push(languages),
    setSpellCheckerEnabled: () => undefined,
  };
  const spelling = new Spelling({
    session: session as unknown as Session,
    profileDir,
    fetch: () => new Promise((resolve) => tellAsked(() => resolve(new Response(null, { status: 404 })))),
    server: 'https://dictionaries.invalid/',
    platform: 'linux',
    onProblem: () => undefined,
  });
  const slow = spelling.use(['en-US']);
  const answer = await asked;
  const quick = spelling.use([]);
  answer();
  await Promise.all([slow, quick]);
  expect(used).toEqual([[]]);
});
