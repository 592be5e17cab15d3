import { benchHistory } from './history.mjs';
import { benchImport } from './import.mjs';
import { benchMarkdown } from './markdown.mjs';
import { benchPackaged } from './packaged.mjs';
import { benchChatList } from './page/chat-list.mjs';
import { benchFlood } from './page/flood.mjs';
import { benchLongChat } from './page/long-chat.mjs';
import { onMachine } from './page/machine.mjs';
import { benchMemory } from './page/memory.mjs';
import { benchMinutes } from './page/minutes.mjs';
import { benchSearch } from './page/search.mjs';
import { benchSend } from './page/send.mjs';
import { benchSoak } from './page/soak.mjs';
import { benchStart } from './page/start.mjs';
import { benchStream } from './page/stream.mjs';
import { benchTyping } from './page/typing.mjs';

/** @typedef {import('./lib/report.mjs').Row} Row */
/** @typedef {import('./page/machine.mjs').Machine} Machine */

/**
 * How much is measured: runs of each figure, messages of a history, megabytes of an import, minutes of a soak.
 * @typedef {{ readonly runs: number, readonly messages: readonly number[], readonly megabytes: number,
 *   readonly minutes: number }} Amounts
 */

/** @typedef {(amounts: Amounts) => Promise<readonly Row[]>} Suite */

/**
 * @param {(machine: Machine, folder: string, options: { readonly runs: number, readonly messages: number,
 *   readonly minutes: number }) => Promise<readonly Row[]>} bench
 * @returns {Suite}
 */
const inApp =
  (bench) =>
  ({ runs, messages, minutes }) =>
    onMachine((machine, folder) => bench(machine, folder, { runs, minutes, messages: messages[0] ?? 0 }));

/** Key press to hits in each of the histories. @type {Suite} */
const search = async ({ runs, messages }) => {
  const rows = [];
  for (const count of messages)
    rows.push(
      ...(await onMachine((machine, folder) => benchSearch(machine, folder, { runs, messages: count }))),
    );
  return rows;
};

/** What `npm run bench` can measure, in the order in which it does. @type {Readonly<Record<string, Suite>>} */
export const suites = {
  start: inApp(benchStart),
  send: inApp(benchSend),
  stream: inApp(benchStream),
  flood: inApp(benchFlood),
  minutes: inApp(benchMinutes),
  markdown: benchMarkdown,
  'long-chat': inApp(benchLongChat),
  'chat-list': inApp(benchChatList),
  typing: inApp(benchTyping),
  search,
  memory: inApp(benchMemory),
  packaged: inApp(benchPackaged),
  history: async ({ messages, megabytes }) => [
    ...(await benchHistory(messages)),
    ...(await benchImport(megabytes)),
  ],
  import: ({ megabytes }) => benchImport(megabytes),
  soak: inApp(benchSoak),
};

/** Half an hour is not for every day, and what is imported is measured with the history. */
export const usual = Object.keys(suites).filter((name) => name !== 'soak' && name !== 'import');
