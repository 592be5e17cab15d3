import path from 'node:path';
import { characterOf, rareWord, wordOf } from '../history/corpus.mjs';
import { makeProfile } from '../history/make-profile.mjs';
import { toRow } from '../lib/report.mjs';
import { percentile } from '../lib/stats.mjs';
import { openApp } from './open.mjs';
import { installProbe } from './probe.mjs';

/** Searches of each kind in a run. */
const SEARCHES = 20;

/** @typedef {(index: number, messages: number) => string} QueryOf */

/** @type {Readonly<Record<string, QueryOf>>} */
const kinds = {
  'rare word': (i, messages) => rareWord(1000 * (i % (messages / 1000))),
  'common word': (i) => wordOf(i % 20),
  phrase: (i) => `"${wordOf(i % 12)} ${wordOf((i + 3) % 12)}"`,
  prefix: (i) => wordOf(500 + 7 * i).slice(0, 3),
  '1 Chinese character': (i) => characterOf(i),
  '2 Chinese characters': (i) => characterOf(i % 20) + characterOf((i * 7) % 20),
  'role: and a word': (i) => `role:user ${wordOf(i % 50)}`,
};

/**
 * Types a query at once into the empty search box and waits for the hits, or for the word that there are none.
 * @param {import('./open.mjs').Page} page
 * @param {string} query
 * @returns {Promise<number>} milliseconds from the input to the painted hits
 */
async function timeSearch(page, query) {
  const probe = await installProbe(page);
  const box = page.getByRole('searchbox', { name: 'Search chats' });
  await box.fill('');
  await box.focus();
  // The hits of the query before would be taken for those of this one.
  await page.waitForFunction(() => document.querySelector('#search-results') === null);
  // Awaited: an input that came before its listener would be waited for for ever.
  const timed = await page.evaluateHandle((there) => {
    const typedAt = new Promise((resolve) =>
      document.addEventListener('input', ({ timeStamp }) => resolve(timeStamp), {
        once: true,
        capture: true,
      }),
    );
    const painted = there.when(() => {
      const list = document.querySelector('#search-results');
      // What follows the list is the word that nothing was found.
      return list !== null && (list.firstElementChild !== null || list.nextElementSibling !== null);
    });
    return { took: Promise.all([typedAt, painted]).then(([typed, at]) => at - typed) };
  }, probe);
  await page.keyboard.insertText(query);
  return timed.evaluate(({ took }) => took);
}

/**
 * From the key press to hits on the screen, in a history of this many messages.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} folder
 * @param {{ readonly runs: number, readonly messages: number }} options
 */
export async function benchSearch(machine, folder, { runs, messages }) {
  const profile = path.join(folder, 'searched');
  await makeProfile(profile, { messages });
  const app = await openApp(machine, { profile });
  /** @type {Record<string, number[]>} */
  const p95s = {};
  for (let run = -1; run < runs; run += 1) {
    for (const [kind, queryOf] of Object.entries(kinds)) {
      const times = [];
      for (let index = 0; index < SEARCHES; index += 1)
        times.push(await timeSearch(app.page, queryOf(run * SEARCHES + index + SEARCHES, messages)));
      if (run >= 0) p95s[kind] = [...(p95s[kind] ?? []), percentile(times, 0.95)];
    }
  }
  await app.close();
  return Object.entries(p95s).map(([kind, values]) =>
    toRow({
      group: 'search',
      name: `${kind} in ${messages.toLocaleString('en')} messages, key press to hits painted, p95`,
      unit: 'ms',
      values,
      budget: { of: 'value', most: 60 },
    }),
  );
}
