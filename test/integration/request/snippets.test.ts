import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CodeName, snippet } from '../../../renderer/features/request/code/snippet';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { HARD_TEXTS } from '../../support/hard-texts';
import { PYTHON_STUB } from '../../support/python-stub';
import { streamOf } from '../../support/sse';
import {
  AZURE_URL,
  BODY,
  bodyWithImage,
  bodyWithTools,
  CALL_DELTAS,
  CALL_PRINTED,
  OPENAI_URL,
  sentTo,
} from './snippet-requests';

const run = promisify(execFile);
const KEY = 'sk-snippet-$`"\'-0123';
const repo = path.resolve(import.meta.dirname, '../../..');

let server: FaultServer;
let folder: string;

beforeAll(async () => {
  server = await startFaultServer({ reply: () => 'Hello' });
});
afterAll(() => server.close());
beforeEach(() => {
  // Below the repository, so that Node.js finds the real `openai` package.
  const parent = path.join(repo, 'node_modules', '.cache');
  mkdirSync(parent, { recursive: true });
  folder = mkdtempSync(path.join(parent, 'snippets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const environment = { ...process.env, OPENAI_API_KEY: KEY, PYTHONDONTWRITEBYTECODE: '1' };

interface PythonCall {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly arguments: Readonly<Record<string, unknown>>;
}

const runPython = async (code: string): Promise<PythonCall> => {
  write('openai.py', PYTHON_STUB);
  const record = path.join(folder, 'record.json');
  await run('python3', [write('main.py', code)], { env: { ...environment, RECORD: record }, cwd: folder });
  return JSON.parse(readFileSync(record, 'utf8'));
};

/** Runs code against the server and answers with what it received. */
const received = async (name: 'Node.js' | 'curl', code: string) => {
  const before = server.requests.length;
  const [command, file] =
    name === 'curl' ? ['sh', write('main.sh', code)] : [process.execPath, write('main.mjs', code)];
  const { stdout } = await run(command, [file], { env: environment, cwd: folder });
  expect(server.requests).toHaveLength(before + 1);
  return { stdout, request: server.requests[before] };
};

const bodyWith = (text: string): string =>
  JSON.stringify({
    ...BODY,
    messages: [
      { role: 'system', content: text },
      { role: 'user', content: `${text}${text}` },
    ],
  });

const codeFor = (name: CodeName, url: string, body: string): string => snippet(name, sentTo(url), body);

/** All hard texts in one body, and each alone by its number. */
const CASES = [
  ...HARD_TEXTS.map((text, index) => [`hard text ${index}`, bodyWith(text)] as const),
  ['an image', bodyWithImage()] as const,
];

describe.each(['Node.js', 'curl'] as const)('the code for %s', (name) => {
  it.each(CASES)('sends the same body: %s', async (_, body) => {
    const { request, stdout } = await received(
      name,
      codeFor(name, `${server.baseUrl}/chat/completions`, body),
    );
    expect(request?.body).toEqual(JSON.parse(body));
    expect(JSON.stringify(request?.body)).toBe(body);
    expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(stdout).toContain('Hello');
  });
});

it('Node.js code sends the very same bytes', async () => {
  const body = bodyWith('plain');
  const { request } = await received(
    'Node.js',
    codeFor('Node.js', `${server.baseUrl}/chat/completions`, body),
  );
  expect(request?.text).toBe(body);
});

describe('the code for Python', () => {
  it.each(CASES)('makes a call with the same body: %s', async (_, body) => {
    const call = await runPython(codeFor('Python', OPENAI_URL, body));
    expect(JSON.stringify(call.arguments)).toBe(body);
    expect(call.settings).toEqual({ client: 'OpenAI', api_key: KEY });
  });

  it('names the server where it is not OpenAI', async () => {
    const url = 'http://[::1]:8080/it\'s "v1"/chat/completions';
    const { settings } = await runPython(codeFor('Python', url, bodyWith('x')));
    expect(settings.base_url).toBe(new URL(url).href.replace('/chat/completions', ''));
  });

  it('asks Azure by the deployment’s own path', async () => {
    const { settings } = await runPython(codeFor('Python', AZURE_URL, bodyWith('x')));
    expect(settings).toEqual({
      client: 'AzureOpenAI',
      api_key: KEY,
      base_url: 'https://res.openai.azure.com/openai/deployments/my%20gpt',
      api_version: '2024-10-21',
    });
  });
});

describe('the code for Python with openai < 1.0', () => {
  it.each(CASES)('makes a call with the same body: %s', async (_, body) => {
    const code = codeFor('Python (openai < 1.0)', OPENAI_URL, body);
    expect(code).toContain('openai.ChatCompletion.create(');
    const call = await runPython(code);
    expect(JSON.stringify(call.arguments)).toBe(body);
    expect(call.settings).toEqual({ api_key: KEY });
  });

  it('names another server, and Azure’s resource and deployment', async () => {
    const other = await runPython(
      codeFor('Python (openai < 1.0)', 'http://127.0.0.1:1/v1/chat/completions', bodyWith('x')),
    );
    expect(other.settings).toEqual({ api_key: KEY, api_base: 'http://127.0.0.1:1/v1' });
    const azure = await runPython(codeFor('Python (openai < 1.0)', AZURE_URL, bodyWith('x')));
    expect(azure.settings).toEqual({
      api_key: KEY,
      api_type: 'azure',
      api_base: 'https://res.openai.azure.com',
      api_version: '2024-10-21',
    });
    const { deployment_id: deployment, ...body } = azure.arguments;
    expect(deployment).toBe('my gpt');
    expect(JSON.stringify(body)).toBe(bodyWith('x'));
  });
});

describe('code that asks with tools', () => {
  it.each(['Node.js', 'curl'] as const)('sends them, calls and results by %s', async (name) => {
    server.fail(
      { kind: 'raw', contentType: 'text/event-stream', text: streamOf(CALL_DELTAS, 'tool_calls') },
      1,
    );
    const code = codeFor(name, `${server.baseUrl}/chat/completions`, bodyWithTools());
    const { request, stdout } = await received(name, code);
    expect(JSON.stringify(request?.body)).toBe(bodyWithTools());
    if (name === 'Node.js') expect(stdout).toBe(CALL_PRINTED);
    else expect(stdout).toContain('tool_calls');
  });

  it.each(['Python', 'Python (openai < 1.0)'] as const)('prints calls as they stream by %s', async (name) => {
    write('openai.py', PYTHON_STUB);
    const CHUNKS = JSON.stringify(CALL_DELTAS.map((delta) => ({ choices: [{ index: 0, delta }] })));
    const env = { ...environment, RECORD: path.join(folder, 'record.json'), CHUNKS };
    const file = write('main.py', codeFor(name, OPENAI_URL, bodyWithTools()));
    const { stdout } = await run('python3', [file], { env, cwd: folder });
    expect(stdout).toBe(CALL_PRINTED);
    expect(JSON.stringify(JSON.parse(readFileSync(env.RECORD, 'utf8')).arguments)).toBe(bodyWithTools());
  });
});

describe('the code for Azure', () => {
  const azureUrl = () => `${server.baseUrl}/openai/deployments/gpt/chat/completions?api-version=2024-10-21`;

  it.each(['Node.js', 'curl'] as const)(
    'by %s goes to the same URL with the key in api-key',
    async (name) => {
      const { path: wanted } = { path: azureUrl().slice(server.baseUrl.length) };
      server.fail({ kind: 'noDone' }, 1);
      const { request } = await received(name, codeFor(name, azureUrl(), bodyWith('x')));
      expect(request?.path).toBe(wanted);
      expect(request?.headers['api-key']).toBe(KEY);
      expect(request?.body).toEqual(JSON.parse(bodyWith('x')));
    },
  );
});

it('shows no character that cannot be seen, so that pasted code is what it looks like', () => {
  const body = bodyWith('\u202e\u2066\u200b\u2028');
  for (const name of ['Python', 'Python (openai < 1.0)', 'Node.js', 'curl'] as const)
    expect(codeFor(name, OPENAI_URL, body)).not.toMatch(/[\u200b\u2028-\u202e\u2060-\u2069]/);
});

it('leaves OpenAI’s own address to the SDK, and never holds a key', () => {
  const body = bodyWith('x');
  for (const name of ['Python', 'Python (openai < 1.0)', 'Node.js'] as const)
    expect(codeFor(name, OPENAI_URL, body)).not.toContain('api.openai.com');
  for (const name of ['Python', 'Python (openai < 1.0)', 'Node.js', 'curl'] as const)
    expect(codeFor(name, OPENAI_URL, body)).toContain('OPENAI_API_KEY');
});
