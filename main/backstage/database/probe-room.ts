import type { Database } from './database';

/** Finds out whether there is room on the disk again. Errors: `history.diskFull`. */
export const probeRoom = (database: Database): void => {
  // In two transactions: pages that are given back in the same one are never written.
  database.write((writer) => {
    writer.script('CREATE TABLE IF NOT EXISTS room_probe (bytes BLOB)');
    writer.run('INSERT INTO room_probe VALUES (zeroblob(262144))');
  });
  database.write((writer) => writer.script('DROP TABLE room_probe'));
};
