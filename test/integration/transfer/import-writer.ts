import { Driver } from '../backstage/support';

/** Imports a file into a history and tells of every chat, to be killed in the middle: `program history key file`. */
const [file = '', keyHex = '', source = ''] = process.argv.slice(2);

const driver = new Driver();
await driver.call('history.open', { file, keyHex, liveMessageIds: [] });
await driver.call('transfer.import', { paths: [source] });
for (;;) {
  const { progress, imported } = await driver.call('transfer.poll', { waitMs: 1 });
  process.stdout.write(`${progress.chats}\n`);
  if (imported !== null) break;
}
