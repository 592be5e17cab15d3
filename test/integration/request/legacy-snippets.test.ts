import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CodeName, snippet } from '../../../renderer/features/request/code/snippet';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { HARD_TEXTS } from '../../support/hard-texts';

const run = promisify(execFile);
const repo = path.resolve(import.meta.dirname, '../../..');
const PROMPT = HARD_TEXTS.join('\n');
const STREAMED = {
  model: 'gpt-3.5-turbo-instruct',
  prompt: PROMPT,
  stream: true,
  stream_options: { include_usage: true },
  suffix: '}',
  logprobs: 0,
  echo: false,
};
const WHOLE = { model: 'gpt-3.5-turbo-instruct', prompt: PROMPT, n: 2, best_of: 3 };

let server: FaultServer;
let folder: string;
beforeAll(async () => {
  server = await startFaultServer({ reply: (_, index) => `Reply ${index}` });
});
afterAll(() => server.close());
beforeEach(() => {
  const parent = path.join(repo, 'node_modules', '.cache');
  mkdirSync(parent, { recursive: true });
  folder = mkdtempSync(path.join(parent, 'legacy-snippets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const codeFor = (name: CodeName, baseUrl: string, body: object): string => {
  const sent = { headers: [], digest: null, tries: 1, refusedParameter: null };
  return snippet(name, { url: `${baseUrl}/completions`, body: {}, ...sent }, JSON.stringify(body));
};

const environment = { ...process.env, OPENAI_API_KEY: 'sk-x', PYTHONDONTWRITEBYTECODE: '1' };

describe.each(['Node.js', 'curl'] as const)('the code for %s of a legacy request', (name) => {
  it.each([
    ['streamed', STREAMED],
    ['whole', WHOLE],
  ])('sends the same bytes to /completions and prints what comes: %s', async (_, body) => {
    const code = codeFor(name, server.baseUrl, body);
    const [command, file] =
      name === 'curl' ? ['sh', write('main.sh', code)] : [process.execPath, write('main.mjs', code)];
    const { stdout } = await run(command, [file], { env: environment, cwd: folder });
    const received = server.requests.at(-1);
    expect(received?.path).toBe('/completions');
    expect(JSON.stringify(received?.body)).toBe(JSON.stringify(body));
    expect(stdout).toContain(name === 'Node.js' ? 'Reply 0' : '0');
    if (body === WHOLE) expect(stdout).toContain('Reply 1');
  });
});

/** Stands in for both Python packages: writes down which call was made, and answers with a completion. */
const PYTHON_STUB = `
import json, os
class Choice(dict):
    index = 0
    text = "Reply"
class Answer(dict):
    choices = [Choice(index=0, text="Reply")]
    def __init__(self): super().__init__(choices=self.choices)
def record(call, arguments):
    with open(os.environ["RECORD"], "w") as file: json.dump({"call": call, "arguments": arguments}, file)
    return [Answer()] if arguments.get("stream") else Answer()
class Completions:
    def create(self, **arguments): return record("client.completions.create", arguments)
class OpenAI:
    def __init__(self, **settings): self.completions = Completions()
class Completion:
    @staticmethod
    def create(**arguments): return record("openai.Completion.create", arguments)
`;

describe.each([
  ['Python', 'client.completions.create'],
  ['Python (openai < 1.0)', 'openai.Completion.create'],
] as const)('the code for %s of a legacy request', (name, call) => {
  it.each([
    ['streamed', STREAMED],
    ['whole', WHOLE],
  ])('makes the call with the same body and prints what comes: %s', async (_, body) => {
    write('openai.py', PYTHON_STUB);
    const record = path.join(folder, 'record.json');
    const file = write('main.py', codeFor(name, 'https://api.openai.com/v1', body));
    const { stdout } = await run('python3', [file], {
      env: { ...environment, RECORD: record },
      cwd: folder,
    });
    expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ call, arguments: body });
    expect(stdout).toContain('Reply');
  });
});
