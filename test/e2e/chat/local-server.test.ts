import { createServer, type Server } from 'node:http';
import { expect } from '@playwright/test';
import { streamOf } from '../../support/sse';
import { answered, ask, assistantMessages } from '../support/drive';
import { test } from '../support/fixtures';

/** Where programs serve models on one's own computer unless told otherwise. */
const USUAL_PORTS = {
  Ollama: 11434,
  'LM Studio': 1234,
  Jan: 1337,
  KoboldCpp: 5001,
  vLLM: 8000,
  'llama.cpp': 8080,
} as const;

const isFree = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });

/** Listens in the place of a program that does not run here, and answers which. */
const listenInPlaceOf = async (server: Server): Promise<string> => {
  for (const [name, port] of Object.entries(USUAL_PORTS)) if (await isFree(server, port)) return name;
  throw new Error('none of the usual ports is free');
};

test('a server that runs on this computer is found on the first start and used with one click', async ({
  launch,
}) => {
  const server = createServer((request, response) => {
    if (request.url === '/v1/models')
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'llama-local' }] }));
    else
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end(streamOf([{ content: 'From this computer' }], 'stop'));
  });
  const name = await listenInPlaceOf(server);
  const { page } = await launch({ env: { PARLANCE_CLOSED_PORTS: '' } });
  await page.getByRole('button', { name: `Use ${name}`, exact: true }).click();
  await expect(page.getByRole('button', { name: /^Use / })).toHaveCount(0);
  await ask(page, 'Hello');
  await answered(page);
  await expect(assistantMessages(page)).toContainText('From this computer');
  server.close();
});
