import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reader } from '../../../../main/backstage/database/database';
import { openHistory } from '../../../../main/backstage/database/open-history';
import { warmUp } from '../../../../main/backstage/search/warm-up';
import { KEY, temporaryFolder } from '../support';

/** A history, and what is asked of its index. */
const openWatched = () => {
  const { database } = openHistory(path.join(temporaryFolder(), 'history.db'), KEY);
  onTestFinished(() => database.close());
  const asked: string[] = [];
  const reader: Reader = {
    all: (sql, parameters) => {
      if (sql.includes('message_search MATCH')) asked.push(String(parameters?.[0]));
      return database.all(sql, parameters);
    },
    first: (sql, parameters) => database.first(sql, parameters),
  };
  return { database, reader, asked };
};

/** Waiting that lasts until the test lets it go on, and fails as the clock's does. */
const openGates = () => {
  const gates: (() => void)[] = [];
  const wait = (_ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((goOn, fail) => {
      const stop = () => fail(signal.reason);
      signal.addEventListener('abort', stop);
      gates.push(() => {
        signal.removeEventListener('abort', stop);
        goOn();
      });
    });
  const pass = async (): Promise<void> => {
    gates.at(-1)?.();
    await nextTurn();
  };
  return { gates, wait, pass };
};

describe('searching a little before anyone asks', () => {
  it('leaves the start alone, then asks one thing at a time in both orders, and comes to an end', async () => {
    const { reader, asked } = openWatched();
    const { gates, wait, pass } = openGates();
    warmUp(reader, wait);
    await nextTurn();
    expect(asked).toEqual([]);
    await pass();
    const [first] = asked;
    expect(new Set(asked)).toEqual(new Set([first]));
    let waits = 0;
    while (gates.length > waits) {
      waits = gates.length;
      await pass();
    }
    expect(waits).toBeGreaterThan(8);
    expect(new Set(asked).size).toBeGreaterThanOrEqual((waits - 1) / 2);
    expect(asked.join(' ')).toMatch(/\p{Script=Han}/u);
  });

  it('asks nothing more of a history that is closed, in the middle of a wait or before the first', async () => {
    const { database, reader, asked } = openWatched();
    const one = openGates();
    const end = warmUp(reader, one.wait);
    await one.pass();
    const before = asked.length;
    end();
    warmUp(reader, openGates().wait)();
    database.close();
    await one.pass();
    expect(asked).toHaveLength(before);
    expect(one.gates).toHaveLength(2);
  });

  it('troubles nobody when a search fails', async () => {
    const { wait, pass, gates } = openGates();
    const broken: Reader = {
      all: () => {
        throw new Error('damaged');
      },
      first: () => undefined,
    };
    warmUp(broken, wait);
    await pass();
    expect(gates).toHaveLength(1);
  });
});
