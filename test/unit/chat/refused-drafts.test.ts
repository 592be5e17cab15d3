import { expect, test } from 'vitest';
import { RefusedDrafts } from '../../../main/chat/refused-drafts';
import { Failure } from '../../../preload/contract/result';

test('of a chat that is gone for good nothing waits to be saved: there is nowhere to write it', async () => {
  const drafts = new RefusedDrafts();
  let problem: 'history.diskFull' | 'history.notFound' = 'history.diskFull';
  const save = () =>
    drafts.save({ chatId: 'gone', text: 'typed' }, async () => {
      throw new Failure(problem, 'refused');
    });
  await expect(save()).rejects.toMatchObject({ code: 'history.diskFull' });
  expect(drafts.all()).toHaveLength(1);
  problem = 'history.notFound';
  await expect(save()).rejects.toMatchObject({ code: 'history.notFound' });
  expect(drafts.all()).toEqual([]);
});

test('an old text that was refused is not written over what the page has saved meanwhile', async () => {
  const drafts = new RefusedDrafts();
  const kept = new Map<string, string>();
  let isFull = true;
  let whileSaving = async (): Promise<unknown> => null;
  const save = (chatId: string, text: string) =>
    drafts.save({ chatId, text }, async () => {
      if (isFull) throw new Failure('history.diskFull', 'full');
      const act = whileSaving;
      whileSaving = async () => null;
      await act();
      kept.set(chatId, text);
      return null;
    });
  await save('first', 'one').catch(() => undefined);
  await save('second', 'old').catch(() => undefined);
  isFull = false;
  whileSaving = () => save('second', 'new');
  await drafts.saveAgain();
  expect([...kept]).toEqual([
    ['second', 'new'],
    ['first', 'one'],
  ]);
  expect(drafts.all()).toEqual([]);
});
