import { parseArgs } from 'node:util';
import { benchHistory } from './bench/history.mjs';
import { benchImport } from './bench/import.mjs';
import { benchMarkdown } from './bench/markdown.mjs';
import { runCommand, Stop } from './lib/stop.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '200000,1000000' },
    megabytes: { type: 'string', default: '200' },
  },
});

await runCommand(() => {
  const [what] = positionals;
  if (what === 'markdown') return benchMarkdown();
  if (what === 'import') return benchImport(Number(values.megabytes));
  if (what !== 'history')
    throw new Stop('Say what to measure: npm run bench -- history, -- import, or -- markdown');
  return benchHistory(values.messages.split(',').map(Number));
});
