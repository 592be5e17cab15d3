import type { Call } from './call';
import type { LiteralStyle } from './literal';
import { literal, stringLiteral } from './literal';

const key = (name: string): string => {
  // Written plainly it would set the prototype.
  if (name === '__proto__') return '["__proto__"]: ';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${name}: ` : `${stringLiteral(name)}: `;
};

const STYLE: LiteralStyle = {
  words: { true: 'true', false: 'false', null: 'null' },
  key,
  indent: '  ',
};

const ONE = `process.stdout.write(delta.content ?? '');`;
const SEVERAL = `console.log(index, delta.content ?? '');`;

/** An ES module for Node.js with the `openai` package. */
export const nodeCode = ({ body, baseUrl, apiVersion, several }: Call): string => {
  const client = apiVersion === null ? 'OpenAI' : 'AzureOpenAI';
  const options = [
    'apiKey: process.env.OPENAI_API_KEY',
    ...(baseUrl === null ? [] : [`baseURL: ${stringLiteral(baseUrl)}`]),
    ...(apiVersion === null ? [] : [`apiVersion: ${stringLiteral(apiVersion)}`]),
  ];
  return `// npm install openai
import { ${client} } from 'openai';

const client = new ${client}({ ${options.join(', ')} });

const stream = await client.chat.completions.create(${literal(body, STYLE)});

for await (const chunk of stream) {
  for (const { ${several ? 'index, ' : ''}delta } of chunk.choices) ${several ? SEVERAL : ONE}
}
`;
};
