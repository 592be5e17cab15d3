import { setTimeout as timer, setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openPage } from '../../../preload/opening';

const heard = () => {
  const names: string[] = [];
  return { names, deliver: (name: string) => void names.push(name) };
};

it('what main tells after it answered is heard after the answer was taken in, in its order', async () => {
  const { names, deliver } = heard();
  const opening = openPage(() => Promise.resolve('snapshot'), deliver);
  opening.hear('first', null);
  await turn();
  opening.hear('second', null);
  expect(names).toEqual([]);
  const answer = await opening.takeAnswer();
  names.push(String(answer));
  await Promise.resolve();
  expect(names).toEqual(['snapshot']);
  await timer();
  opening.hear('third', null);
  expect(names).toEqual(['snapshot', 'first', 'second', 'third']);
});

it('the answer is asked for at once, and given once: it grows old', async () => {
  let asked = 0;
  const opening = openPage(
    async () => {
      asked += 1;
      return asked;
    },
    () => undefined,
  );
  expect(asked).toBe(1);
  expect(await opening.takeAnswer()).toBe(1);
  expect(opening.takeAnswer()).toBeNull();
  expect(asked).toBe(1);
});

it('a failure is for who takes the answer, and holds no event back for good', async () => {
  const { names, deliver } = heard();
  const opening = openPage(() => Promise.reject(new Error('no handler')), deliver);
  await turn();
  opening.hear('late', null);
  await expect(opening.takeAnswer()).rejects.toThrow('no handler');
  await timer();
  expect(names).toEqual(['late']);
});
