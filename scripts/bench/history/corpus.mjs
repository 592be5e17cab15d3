/** Words of English as it is written: by Zipf's law, so that "common" and "rare" mean what they mean in a real history. */
const VOCABULARY = 30_000;
const SYLLABLES = 'ba co di fu ge hi jo ka le mo nu pe ri so ta un ve wi xa yo cra fle gro phi sta tri'.split(
  ' ',
);
const CHINESE = 2500;
const IDENTIFIERS = [
  'getUserName',
  'parse_query',
  'http-client',
  'renderMessage',
  'MAX_TOKENS',
  'fs.readFile',
];

/**
 * A generator of numbers from 0 to 1 that gives the same ones every time (mulberry32).
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ranks from 0 on, the second half as often as the first, and so on. */
const zipf = (/** @type {number} */ random, /** @type {number} */ count) => Math.floor(count ** random) - 1;

/** The word of a rank: the same every time, no two alike. @param {number} rank */
export function wordOf(rank) {
  let word = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** The character of a rank, from the block where the common ones are. @param {number} rank */
export const characterOf = (rank) => String.fromCodePoint(0x4e00 + ((rank * 7919) % 20_000));

/**
 * The text of a message: two of five Chinese, one of five with code.
 * @param {number} index
 * @returns {string} 20 to 60 words
 */
export function messageText(index) {
  const random = randomNumbers(index);
  const length = 20 + Math.floor(random() * 40);
  const kind = index % 5;
  if (kind < 2) {
    return Array.from({ length: 2 * length }, (_, at) =>
      at % 12 === 11 ? '，' : characterOf(zipf(random(), CHINESE)),
    ).join('');
  }
  const words = Array.from({ length }, () => wordOf(zipf(random(), VOCABULARY)));
  const identifier = IDENTIFIERS[Math.floor(random() * IDENTIFIERS.length)];
  const prose = words.join(' ');
  return kind === 2 ? `${prose}\n\n\`\`\`js\n${identifier}(${words[0]});\n\`\`\`` : `${prose}.`;
}

/** A word that stands in one message only. @param {number} index */
export const rareWord = (index) => `zq${index}zq`;
