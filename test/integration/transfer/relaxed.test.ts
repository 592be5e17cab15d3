import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../main/backstage/database/open-history';
import { Failure } from '../../../preload/contract/result';
import { KEY, temporaryFolder } from '../backstage/support';

describe('writeRelaxed', () => {
  it('leaves every other write as safe from power cuts as before, also when it fails', () => {
    const { database } = openHistory(path.join(temporaryFolder(), 'history.db'), KEY);
    const synchronous = () => Object.values(database.first('PRAGMA synchronous') ?? {})[0];
    let inside: unknown;
    database.writeRelaxed((writer) => {
      inside = Object.values(writer.first('PRAGMA synchronous') ?? {})[0];
    });
    expect([inside, synchronous()]).toEqual([1, 2]);
    expect(() =>
      database.writeRelaxed(() => {
        throw new Failure('internal', 'no');
      }),
    ).toThrow();
    expect(synchronous()).toBe(2);
    database.close();
  });
});
