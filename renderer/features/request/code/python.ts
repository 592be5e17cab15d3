import type { Call } from './call';
import { stringLiteral } from './literal';
import { keywordArguments } from './python-literal';

const ONE = 'print(choice.delta.content or "", end="", flush=True)';
const SEVERAL = 'print(choice.index, choice.delta.content or "")';

/** Python with the `openai` package from 1.0 on. */
export const pythonCode = ({ body, baseUrl, apiVersion, several }: Call): string => {
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

stream = client.chat.completions.create(
${keywordArguments(body)})

for chunk in stream:
    for choice in chunk.choices:
        ${several ? SEVERAL : ONE}
`;
};
