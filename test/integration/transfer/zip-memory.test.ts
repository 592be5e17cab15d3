import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { writeZip } from '../../../main/backstage/export/zip-writer';
import { tempProfile } from '../../support/temp-profile';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const FILES = 1000;
/** Far more than a name and some numbers, which the ZIP needs again at its end. */
const MOST_BYTES_A_FILE = 1000;

// An export of 54,000 chats took a gigabyte: each name kept a pool of Node's small buffers, and each file its stream.
it('a ZIP keeps little of a file that is written', async () => {
  const file = path.join(await tempProfile(), 'all.zip');
  // What one collection finds dead is given back beside the work, and counted until then.
  const kept = async () => {
    let least = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 5; turn += 1) {
      collect();
      await nextTurn();
      least = Math.min(least, process.memoryUsage().arrayBuffers);
    }
    return least;
  };
  const before = await kept();
  let most = 0;
  await writeZip(file, new Date(0), async (add) => {
    for (let at = 0; at < FILES; at += 1)
      await add(
        `chats/${at}.md`,
        Array.from({ length: 20 }, (_, line) => `${at} ${line}\n`.repeat(30)),
      );
    most = await kept();
  });
  expect((most - before) / FILES).toBeLessThan(MOST_BYTES_A_FILE);
});
