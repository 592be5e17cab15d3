import type { Call } from './call';
import { stringLiteral } from './literal';
import { keywordArguments } from './python-literal';

const ONE = 'print(choice["delta"].get("content") or "", end="", flush=True)';
const SEVERAL = 'print(choice["index"], choice["delta"].get("content") or "")';

/** That version makes Azure's paths itself, from the resource and the deployment. */
const AZURE_BASE = /^(.*)\/openai\/deployments\/([^/]+)$/;

/** The module's settings, and the argument that names Azure's deployment. */
const setup = ({ baseUrl, apiVersion }: Call): { readonly settings: string; readonly argument: string } => {
  if (baseUrl === null) return { settings: '', argument: '' };
  const [, resource = baseUrl, deployment] = AZURE_BASE.exec(baseUrl) ?? [];
  const base = `openai.api_base = ${stringLiteral(resource)}\n`;
  if (apiVersion === null || deployment === undefined) return { settings: base, argument: '' };
  return {
    settings: `openai.api_type = "azure"\nopenai.api_version = ${stringLiteral(apiVersion)}\n${base}`,
    argument: `    deployment_id=${stringLiteral(decodeURIComponent(deployment))},\n`,
  };
};

/** What prints the choices of a legacy completion, or of one of its chunks, each line at an indent. */
const legacyLoop = (source: string, { several, streams }: Call, indent: string): string => {
  const one = streams ? 'print(choice["text"], end="", flush=True)' : 'print(choice["text"])';
  return `${indent}for choice in ${source}["choices"]:
${indent}    ${several ? 'print(choice["index"], choice["text"])' : one}
`;
};

const legacyCall = (call: Call, argument: string): string => {
  const create = `openai.Completion.create(\n${argument}${keywordArguments(call.body)})`;
  return call.streams
    ? `stream = ${create}\n\nfor chunk in stream:\n${legacyLoop('chunk', call, '    ')}`
    : `completion = ${create}\n\n${legacyLoop('completion', call, '')}`;
};

const CALLS = `
        for call in choice["delta"].get("tool_calls") or []:
            if call["function"].get("name"):
                print("\\n" + call["function"]["name"], end=" ")
            print(call["function"].get("arguments") or "", end="", flush=True)`;
const SEVERAL_WITH_CALLS =
  'print(choice["index"], choice["delta"].get("content") or "", choice["delta"].get("tool_calls") or "")';

const chatLoop = ({ several, hasTools }: Call): string => {
  if (several) return hasTools ? SEVERAL_WITH_CALLS : SEVERAL;
  return hasTools ? ONE + CALLS : ONE;
};

const chatCall = (call: Call, argument: string): string =>
  `stream = openai.ChatCompletion.create(
${argument}${keywordArguments(call.body)})

for chunk in stream:
    for choice in chunk["choices"]:
        ${chatLoop(call)}
`;

/** Python with the `openai` package before 1.0. */
export const pythonBefore1Code = (call: Call): string => {
  const { settings, argument } = setup(call);
  return `# pip install "openai<1.0"
import os

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
${settings}
${call.legacy ? legacyCall(call, argument) : chatCall(call, argument)}`;
};
