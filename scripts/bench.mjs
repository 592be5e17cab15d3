import { parseArgs } from 'node:util';
import { benchHistory } from './bench/history.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { messages: { type: 'string', default: '200000,1000000' } },
});

await runCommand(() => {
  if (positionals.join() !== 'history') throw new Stop('Say what to measure: npm run bench -- history');
  return benchHistory(values.messages.split(',').map(Number));
});
