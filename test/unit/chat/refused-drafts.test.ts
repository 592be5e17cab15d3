import { expect, test } from 'vitest';
import { RefusedDrafts } from '../../../main/chat/refused-drafts';
import { Failure } from '../../../preload/contract/result';

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
