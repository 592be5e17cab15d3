const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const words =
  'the model answers with more words than anyone has time to read and none of them stands still'.split(' ');
const sentence = (index: number): string =>
  Array.from({ length: 14 }, (_, at) => words[(index * 7 + at * 3) % words.length]).join(' ');

const mixed = (index: number): string =>
  [
    `## Part ${index}`,
    `${sentence(index)}, **${words[index % words.length]}** and \`code\`, [a link](https://example.org/${index}).`,
    `${sentence(index + 1)}. 模型的回答比任何人读的都多，**重点：**一直在变。`,
    `- ${sentence(index + 2)}\n- ${sentence(index + 3)}\n  - nested ${index}`,
    `\`\`\`ts\nconst value${index} = ${index};\nexport const twice = () => value${index} * 2;\n\`\`\``,
    `| a | b |\n|---|---|\n| ${index} | ${sentence(index)} |`,
    `> ${sentence(index + 4)}`,
  ].join('\n\n');

/** Texts to stream, each of about `length` letters. */
export const benchTexts = (length: number): Readonly<Record<string, string>> => {
  const cut = (make: (count: number) => string, letters: number) =>
    make(Math.ceil(length / letters)).slice(0, length);
  return {
    mixed: cut((count) => Array.from({ length: count }, (_, index) => mixed(index)).join('\n\n'), 500),
    'one list': cut((count) => lines(count, (index) => `- **${index}** ${sentence(index)}`), 60),
    'one table': cut(
      (count) => `| a | b |\n|---|---|\n${lines(count, (index) => `| ${index} | ${sentence(index)} |`)}`,
      60,
    ),
    'one block of code': cut(
      (count) => `\`\`\`ts\n${lines(count, (index) => `const value${index} = '${sentence(index)}';`)}`,
      60,
    ),
  };
};
