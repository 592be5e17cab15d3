import type { OpInput, OpName } from '../../../main/backstage/protocol';
import { Driver } from '../backstage/support';

/** Begins one operation on a history and stays, to be killed in the middle: `program history key operation input`. */
const [file = '', keyHex = '', op = '', input = ''] = process.argv.slice(2);

const driver = new Driver();
await driver.call('history.open', { file, keyHex, liveMessageIds: [] });
process.stdout.write('open\n');
await driver.call(op as OpName, JSON.parse(input) as OpInput<OpName>);
setInterval(() => undefined, 1000);
