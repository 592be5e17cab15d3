import { createServer, type RequestListener, request } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import type { Certificate } from './certificate';

/**
 * Stands before a server that answers to its own address only, so that it can have a name; with a certificate over TLS.
 * @param baseUrl of the server behind.
 */
export const startNamed = async (name: string, baseUrl: string, certificate?: Certificate) => {
  const behind = new URL(baseUrl);
  const ignore = (): void => undefined;
  const answer: RequestListener = (incoming, response) => {
    const outgoing = request(
      {
        host: behind.hostname,
        port: behind.port,
        path: incoming.url,
        method: incoming.method,
        headers: { ...incoming.headers, host: behind.host },
      },
      (got) => {
        response.writeHead(got.statusCode ?? 502, got.headers);
        pipeline(got, response, ignore);
      },
    );
    outgoing.on('error', () => response.destroy());
    pipeline(incoming, outgoing, ignore);
  };
  const server = certificate === undefined ? createServer(answer) : createHttpsServer(certificate, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const scheme = certificate === undefined ? 'http' : 'https';
  return {
    place: `${name}:${port}`,
    baseUrl: `${scheme}://${name}:${port}${behind.pathname}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
