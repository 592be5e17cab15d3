import { openHistory } from '../../../main/backstage/database/open-history';
import { indexQueued, isIndexing } from '../../../main/backstage/search/index-queue';

/** Indexes a history in slices and says so after each, until it is done or killed. Arguments: the file, its key. */
const [file = '', key = ''] = process.argv.slice(2);
const { database } = openHistory(file, key);
while (isIndexing(database)) {
  database.write((writer) => indexQueued(writer, 64));
  process.stdout.write('slice\n');
}
