import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../main/backstage/database/database';
import { openHistory } from '../../../main/backstage/database/open-history';
import { integer } from '../../../main/backstage/database/row';
import { Failure } from '../../../preload/contract/result';
import { KEY, temporaryFolder } from '../backstage/support';

const synchronousOf = (database: Database): unknown =>
  Object.values(database.first('PRAGMA synchronous') ?? {})[0];

const ADD = `INSERT INTO import_pieces (id, piece) VALUES (?, '{}')`;

const open = () => {
  const file = path.join(temporaryFolder(), 'history.db');
  const { database } = openHistory(file, KEY);
  const add = (id: string, onKept?: () => void) =>
    database.writeRelaxed((writer) => writer.run(ADD, [id]), onKept);
  /** What somebody else sees who opens the file now: that which a kill leaves. */
  const seenByOthers = () => {
    const other = new Database(file, KEY);
    other.refuseWrites();
    const count = integer(other.first('SELECT count(*) AS count FROM import_pieces') ?? {}, 'count');
    other.close();
    return count;
  };
  return { database, add, seenByOthers };
};

describe('writeRelaxed', () => {
  it('leaves every other write as safe from power cuts as before, also when it fails', () => {
    const { database } = open();
    expect(database.writeRelaxed(() => synchronousOf(database))).toBe(1);
    expect(() =>
      database.writeRelaxed(() => {
        throw new Failure('internal', 'no');
      }),
    ).toThrow();
    expect(database.write(() => synchronousOf(database))).toBe(2);
    expect(synchronousOf(database)).toBe(2);
    database.close();
  });

  it('counts as kept only what others see, which is all that was done before the next write', () => {
    const { database, add, seenByOthers } = open();
    const kept: string[] = [];
    add('a', () => kept.push('a'));
    add('b', () => kept.push('b'));
    expect([kept, seenByOthers()]).toEqual([[], 0]);
    database.write((writer) => writer.run(ADD, ['own']));
    expect([kept, seenByOthers()]).toEqual([['a', 'b'], 3]);
    database.close();
  });

  it('takes back one piece that fails, not those beside it', () => {
    const { database, add, seenByOthers } = open();
    add('a');
    expect(() =>
      database.writeRelaxed((writer) => {
        writer.run(ADD, ['half']);
        writer.run(ADD, ['a']);
      }),
    ).toThrow();
    add('b');
    database.sync();
    expect(seenByOthers()).toBe(2);
    database.close();
  });

  it('tells its own caller, not the next writer, that what it wrote was lost', () => {
    const { database, add, seenByOthers } = open();
    const kept: string[] = [];
    // A constraint that is looked at when the transaction ends.
    database.write((writer) =>
      writer.script(
        `CREATE TABLE late (id TEXT REFERENCES import_pieces (id) DEFERRABLE INITIALLY DEFERRED)`,
      ),
    );
    add('a', () => kept.push('a'));
    database.writeRelaxed((writer) => writer.run(`INSERT INTO late VALUES ('not there')`));
    database.write((writer) => writer.run(ADD, ['own']));
    expect([kept, seenByOthers()]).toEqual([[], 1]);
    expect(() => add('b')).toThrow(/FOREIGN KEY/);
    add('c');
    database.close();
    expect(seenByOthers()).toBe(2);
  });

  it('brings what is open to the file when the history is closed, and refuses afterwards', () => {
    const { database, add, seenByOthers } = open();
    add('a');
    database.close();
    expect(seenByOthers()).toBe(1);
    expect(() => add('b')).toThrow(expect.objectContaining({ code: 'history.unavailable' }));
  });
});
