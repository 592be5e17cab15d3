import path from 'node:path';
import { parseArgs } from 'node:util';
import { runDemo } from './demo/run-demo.mjs';
import { runCommand } from './lib/stop.mjs';

const { values } = parseArgs({ options: { app: { type: 'string' }, screenshot: { type: 'string' } } });

/** @param {string | undefined} file as typed, from where the user stands */
const absolute = (file) => (file === undefined ? undefined : path.resolve(file));

await runCommand(() =>
  runDemo({ packagedApp: absolute(values.app), screenshot: absolute(values.screenshot) }),
);
