import { characterOf, rareWord, wordOf } from './corpus.mjs';

/** @typedef {readonly [name: string, queryOf: (round: number) => string]} Kind */

/** @param {number} count messages of the history @returns {readonly Kind[]} what people look for, and what is hard to find */
export const kindsOf = (count) => [
  ['rare word', (i) => rareWord(1000 * (i % (count / 1000)))],
  ['common word', (i) => wordOf(i % 20)],
  ['two words', (i) => `${wordOf(i % 20)} ${wordOf(100 + i)}`],
  ['phrase', (i) => `"${wordOf(i % 12)} ${wordOf((i + 3) % 12)}"`],
  ['phrase of rarer words', (i) => `"${wordOf(30 + i)} ${wordOf((i + 3) * 50)}"`],
  ['prefix of 2', (i) => wordOf(500 + 7 * i).slice(0, 2)],
  ['prefix of 3', (i) => wordOf(500 + 7 * i).slice(0, 3)],
  ['prefix of 4', (i) => wordOf(500 + 7 * i).slice(0, 4)],
  ['prefix of 5', (i) => wordOf(500 + 7 * i).slice(0, 5)],
  ['common word, not ended', (i) => wordOf(40 + i)],
  ['1 Chinese character', (i) => characterOf(i)],
  ['2 Chinese characters', (i) => characterOf(i % 20) + characterOf((i * 7) % 20)],
  ['2 Chinese characters, rarer', (i) => characterOf(i * 40) + characterOf((i * 37) % 2500)],
  ['3 Chinese characters', (i) => [i % 7, i % 5, i % 3].map(characterOf).join('')],
  ['code identifier, by a part', () => 'UserName'],
  ['role: and a word', (i) => `role:user ${wordOf(i % 50)}`],
  ['model: alone', () => 'model:gpt-4o'],
  ['model: and a word', (i) => `model:deepseek ${wordOf(i % 50)}`],
  ['has:code', () => 'has:code'],
  ['after: and before:', (i) => `after:2019-0${1 + (i % 9)} before:2021-02-03 ${wordOf(i % 50)}`],
  ['before: alone', () => 'before:2017-05-09'],
  ['-word alone', (i) => `-${wordOf(i % 20)}`],
  ['nothing there', (i) => `xyzzy${i}`],
];

/** Common characters that never stand together: FTS5 must go through all that have them. Told, without a budget. @type {Kind} */
export const hardest = [
  '4 common Chinese characters that stand nowhere',
  (i) => [i % 7, (i * 3) % 50, i % 3, i % 11].map(characterOf).join(''),
];
