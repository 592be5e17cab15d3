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

/** What prints the choices of a legacy completion, or of one of its chunks. */
const legacyLoop = (source: string, { several, streams }: Call): string => {
  const one = streams ? 'process.stdout.write(text);' : 'console.log(text);';
  return several
    ? `for (const { index, text } of ${source}.choices) console.log(index, text);`
    : `for (const { text } of ${source}.choices) ${one}`;
};

const legacyCall = (call: Call): string => {
  const create = `await client.completions.create(${literal(call.body, STYLE)});`;
  return call.streams
    ? `const stream = ${create}

for await (const chunk of stream) {
  ${legacyLoop('chunk', call)}
}
`
    : `const completion = ${create}

${legacyLoop('completion', call)}
`;
};

const ONE_WITH_CALLS = `{
    ${ONE}
    for (const { function: called } of delta.tool_calls ?? []) {
      if (called.name) process.stdout.write(\`\\n\${called.name} \`);
      process.stdout.write(called.arguments ?? '');
    }
  }`;
const SEVERAL_WITH_CALLS = `console.log(index, delta.content ?? '', JSON.stringify(delta.tool_calls ?? []));`;

const chatLoop = ({ several, hasTools }: Call): string => {
  if (several)
    return `for (const { index, delta } of chunk.choices) ${hasTools ? SEVERAL_WITH_CALLS : SEVERAL}`;
  return `for (const { delta } of chunk.choices) ${hasTools ? ONE_WITH_CALLS : ONE}`;
};

const chatCall = (call: Call): string =>
  `const stream = await client.chat.completions.create(${literal(call.body, STYLE)});

for await (const chunk of stream) {
  ${chatLoop(call)}
}
`;

/** An ES module for Node.js with the `openai` package. */
export const nodeCode = (call: Call): string => {
  const { baseUrl, apiVersion } = call;
  const client = apiVersion === null ? 'OpenAI' : 'AzureOpenAI';
  const options = [
    'apiKey: process.env.OPENAI_API_KEY',
    ...(baseUrl === null ? [] : [`baseURL: ${stringLiteral(baseUrl)}`]),
    ...(apiVersion === null ? [] : [`apiVersion: ${stringLiteral(apiVersion)}`]),
  ];
  return `// npm install openai
import { ${client} } from 'openai';

const client = new ${client}({ ${options.join(', ')} });

${call.legacy ? legacyCall(call) : chatCall(call)}`;
};
