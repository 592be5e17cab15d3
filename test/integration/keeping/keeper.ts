import { finishPutting } from '../../../main/history/finish-putting';
import { callBackstage } from '../../support/call-backstage';
import { say } from '../../support/say';

/** Run as a process of its own: writes, makes snapshots, goes back to them and salvages without end, until it is killed. */
const call = callBackstage();
const [file = '', keyHex = ''] = process.argv.slice(2);
const place = { file, keyHex };
const open = () => call('history.open', { ...place, liveMessageIds: [] });

await finishPutting(file);
await open();
const options = { model: 'm', params: {} };
const { chat } = await call('chat.addMessage', {
  chatId: null,
  role: 'user',
  text: `kept ${'long '.repeat(2000)}`,
  options,
  limit: 1,
});
await call('snapshot.make', { reason: 'manual' });
say(chat.id);
for (;;) {
  const [newest] = await call('snapshot.list', place);
  say('restoring');
  await call('snapshot.restoreAll', { ...place, name: newest?.name ?? '', isSound: true });
  say('restored');
  await open();
  say('salvaging');
  await call('history.salvage', place);
  say('salvaged');
  await open();
  await call('snapshot.make', { reason: 'daily' });
  say('made');
}
