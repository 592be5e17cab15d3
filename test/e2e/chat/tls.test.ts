import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { answered, ask, assistantMessages, saveServer } from '../support/drive';
import { test } from '../support/fixtures';

const KEY = 'sk-test-tls-0123456789';
const PROMPT = 'For trusted ears only';

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
};

const askAt = async (page: Page, baseUrl: string): Promise<void> => {
  await saveServer(page, baseUrl, KEY);
  await ask(page, PROMPT);
  await answered(page, 'failed');
};

test('a server with a certificate of its own making is named as not trusted, and is sent nothing', async ({
  launch,
}) => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const asked: string[] = [];
  let connections = 0;
  const server = createHttpsServer({ key, cert }, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end();
  });
  server.on('connection', () => {
    connections += 1;
  });
  const { page } = await launch();
  await askAt(page, await listen(server));
  await expect(assistantMessages(page).getByRole('alert')).toContainText(/certificate/i);
  expect(connections).toBeGreaterThan(0);
  expect(asked).toEqual([]);
  server.close();
});

test('https to a port that speaks plain http is said to be no secure connection; key and prompt stay here', async ({
  launch,
}) => {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('data', (bytes) => {
      received.push(bytes);
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => socket.destroy());
  });
  const { page } = await launch();
  await askAt(page, await listen(server));
  await expect(assistantMessages(page).getByRole('alert')).toContainText(/does not speak https/);
  const sent = Buffer.concat(received).toString('latin1');
  expect(sent).not.toBe('');
  expect(sent).not.toContain(KEY);
  expect(sent).not.toContain(PROMPT);
  server.close();
});
