import type { Call } from './call';
import { stringLiteral } from './literal';
import { keywordArguments } from './python-literal';

const ONE = 'print(choice.delta.content or "", end="", flush=True)';
const SEVERAL = 'print(choice.index, choice.delta.content or "")';

/** What prints the choices of a legacy completion, or of one of its chunks, each line at an indent. */
const legacyLoop = (source: string, { several, streams }: Call, indent: string): string => {
  const one = streams ? 'print(choice.text, end="", flush=True)' : 'print(choice.text)';
  return `${indent}for choice in ${source}.choices:
${indent}    ${several ? 'print(choice.index, choice.text)' : one}
`;
};

const legacyCall = (call: Call): string => {
  const create = `client.completions.create(\n${keywordArguments(call.body)})`;
  return call.streams
    ? `stream = ${create}\n\nfor chunk in stream:\n${legacyLoop('chunk', call, '    ')}`
    : `completion = ${create}\n\n${legacyLoop('completion', call, '')}`;
};

const CALLS = `
        for call in choice.delta.tool_calls or []:
            if call.function.name:
                print("\\n" + call.function.name, end=" ")
            print(call.function.arguments or "", end="", flush=True)`;
const SEVERAL_WITH_CALLS = 'print(choice.index, choice.delta.content or "", choice.delta.tool_calls or "")';

const chatLoop = ({ several, hasTools }: Call): string => {
  if (several) return hasTools ? SEVERAL_WITH_CALLS : SEVERAL;
  return hasTools ? ONE + CALLS : ONE;
};

const chatCall = (call: Call): string =>
  `stream = client.chat.completions.create(
${keywordArguments(call.body)})

for chunk in stream:
    for choice in chunk.choices:
        ${chatLoop(call)}
`;

/** Python with the `openai` package from 1.0 on. */
export const pythonCode = (call: Call): string => {
  const { baseUrl, apiVersion } = call;
  const client = apiVersion === null ? 'OpenAI' : 'AzureOpenAI';
  const options = [
    'api_key=os.environ["OPENAI_API_KEY"]',
    ...(baseUrl === null ? [] : [`base_url=${stringLiteral(baseUrl)}`]),
    ...(apiVersion === null ? [] : [`api_version=${stringLiteral(apiVersion)}`]),
  ];
  return `# pip install "openai>=1.0"
import os

from openai import ${client}

client = ${client}(${options.join(', ')})

${call.legacy ? legacyCall(call) : chatCall(call)}`;
};
