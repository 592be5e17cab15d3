const lines = (/** @type {number} */ count, /** @type {(index: number) => string} */ line) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const words =
  'the model answers with more words than anyone has time to read and none of them stands still'.split(' ');
const sentence = (/** @type {number} */ index) =>
  Array.from({ length: 14 }, (_, at) => words[(index * 7 + at * 3) % words.length]).join(' ');

const mixed = (/** @type {number} */ index) =>
  [
    `## Part ${index}`,
    `${sentence(index)}, **${words[index % words.length]}** and \`code\`, [a link](https://example.org/${index}).`,
    `${sentence(index + 1)}. 模型的回答比任何人读的都多，**重点：**一直在变。`,
    `- ${sentence(index + 2)}\n- ${sentence(index + 3)}\n  - nested ${index}`,
    `\`\`\`ts\nconst value${index} = ${index};\nexport const twice = () => value${index} * 2;\n\`\`\``,
    `| a | b |\n|---|---|\n| ${index} | ${sentence(index)} |`,
    `> ${sentence(index + 4)}`,
  ].join('\n\n');

const cut = (
  /** @type {number} */ length,
  /** @type {(count: number) => string} */ make,
  /** @type {number} */ letters,
) => make(Math.ceil(length / letters)).slice(0, length);

const mixedOf = (/** @type {number} */ length) =>
  cut(length, (count) => Array.from({ length: count }, (_, index) => mixed(index)).join('\n\n'), 500);

/**
 * Texts to stream, each of about `length` letters.
 * @param {number} length
 * @returns {Readonly<Record<string, string>>}
 */
export const benchTexts = (length) => ({
  mixed: mixedOf(length),
  'one list': cut(length, (count) => lines(count, (index) => `- **${index}** ${sentence(index)}`), 60),
  'one table': cut(
    length,
    (count) => `| a | b |\n|---|---|\n${lines(count, (index) => `| ${index} | ${sentence(index)} |`)}`,
    60,
  ),
  'one block of code': cut(
    length,
    (count) => `\`\`\`ts\n${lines(count, (index) => `const value${index} = '${sentence(index)}';`)}`,
    60,
  ),
});

/** Pieces of about four letters, as tokens of English are. */
const TOKEN = /\s*\S{1,5}|\s+$/g;

/**
 * A reply of so many tokens of mixed Markdown that ends in a paragraph of its own.
 * @param {number} count
 * @param {string} end the last paragraph
 * @returns {readonly string[]}
 */
export const replyTokens = (count, end) => [
  ...(mixedOf(count * 6).match(TOKEN) ?? []).slice(0, count - 1),
  `\n\n${end}`,
];
