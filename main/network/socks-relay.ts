import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request as requestOver, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { SocksClient } from 'socks';
import type { Credentials, ProxyServer } from './proxy-setting';

/** What a relay leads to. */
export interface SocksRelayOptions {
  readonly proxy: Pick<ProxyServer, 'host' | 'port'>;
  /** Read for every connection; null: there are none now. */
  readonly credentials: () => Promise<Credentials | null>;
}

/** A proxy on this computer's loopback that passes everything on to a SOCKS5 proxy with a password. */
export interface SocksRelay {
  readonly port: number;
  /** What the relay itself asks for: nobody else on this computer may use the person's proxy through it. */
  readonly credentials: Credentials;
  /** Why the last way to a `host:port` failed, in Chromium's words; null: it did not. */
  readonly problemOf: (authority: string) => string | null;
  readonly close: () => void;
}

/** As long as Chromium waits for a connection. */
const CONNECT_MS = 30_000;

/** A failure of the client of SOCKS in Chromium's words (net_error_list.h); it has sentences only (socks, constants.ts). */
const reasonOf = (thrown: unknown): string => {
  const text = thrown instanceof Error ? thrown.message : '';
  if (/authentication failed/i.test(text)) return 'ERR_PROXY_AUTH_REFUSED';
  if (/no accepted authentication/i.test(text)) return 'ERR_PROXY_AUTH_REQUESTED';
  if (/ - ConnectionRefused/.test(text)) return 'ERR_CONNECTION_REFUSED';
  if (/ - (Host|Network)Unreachable/.test(text)) return 'ERR_ADDRESS_UNREACHABLE';
  return /E(CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)|timed out/.test(text)
    ? 'ERR_PROXY_CONNECTION_FAILED'
    : 'ERR_SOCKS_CONNECTION_FAILED';
};

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

const dial = async (options: SocksRelayOptions, { hostname, port }: URL): Promise<Socket> => {
  const known = await options.credentials();
  if (known === null) throw new Error('no accepted authentication');
  const { socket } = await SocksClient.createConnection({
    proxy: {
      host: bare(options.proxy.host),
      port: options.proxy.port,
      type: 5,
      userId: known.user,
      password: known.password,
    },
    command: 'connect',
    destination: { host: bare(hostname), port: Number(port) },
    timeout: CONNECT_MS,
  });
  return socket;
};

/** The other end may go at any time. */
const ignore = (): void => undefined;

const join = (client: Duplex, server: Duplex): void => {
  pipeline(client, server, ignore);
  pipeline(server, client, ignore);
};

/** Passes on a request that is not encrypted: over a connection of its own, without what was meant for the relay. */
const passOn = (socket: Socket, url: URL, incoming: IncomingMessage, answer: ServerResponse): void => {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).filter(([name]) => !name.startsWith('proxy-')),
  );
  const outgoing = requestOver({
    createConnection: () => socket,
    host: bare(url.hostname),
    path: url.pathname + url.search,
    method: incoming.method,
    headers,
  });
  outgoing.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    pipeline(response, answer, ignore);
  });
  outgoing.on('error', () => answer.destroy());
  answer.on('close', () => socket.destroy());
  pipeline(incoming, outgoing, ignore);
};

/** Where a request wants to go, with the usual port spelled out: only a scheme of its own keeps that in a URL. */
const targetOf = (text: string): URL => {
  const { hostname, port, pathname, search } = new URL(text);
  return new URL(`socks://${hostname}:${port === '' ? 80 : port}${pathname}${search}`);
};

const REFUSAL = {
  'Proxy-Authenticate': 'Basic realm="Parlance"',
  'Content-Length': '0',
  Connection: 'close',
};

const refusalText = (): string => {
  const lines = Object.entries(REFUSAL).map(([name, value]) => `${name}: ${value}`);
  return ['HTTP/1.1 407 Proxy Authentication Required', ...lines, '', ''].join('\r\n');
};

/** Opens a relay: Chromium itself cannot tell a SOCKS5 proxy a name and a password. */
export const openSocksRelay = async (options: SocksRelayOptions): Promise<SocksRelay> => {
  const credentials = { user: 'parlance', password: randomBytes(24).toString('hex') };
  const expected = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
  const isOurs = ({ headers }: IncomingMessage): boolean => headers['proxy-authorization'] === expected;
  const problems = new Map<string, string>();

  const reach = async (target: URL, use: (socket: Socket) => void, leave: () => void): Promise<void> => {
    try {
      const socket = await dial(options, target);
      problems.delete(target.host);
      socket.on('error', ignore);
      use(socket);
    } catch (thrown) {
      problems.set(target.host, reasonOf(thrown));
      leave();
    }
  };

  const server = createServer((incoming, answer) => {
    if (!isOurs(incoming)) {
      answer.writeHead(407, REFUSAL).end();
      return;
    }
    const target = targetOf(incoming.url ?? '');
    void reach(
      target,
      (socket) => passOn(socket, target, incoming, answer),
      () => answer.destroy(),
    );
  });
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', ignore);
    if (!isOurs(incoming)) {
      client.end(refusalText());
      return;
    }
    const use = (socket: Socket): void => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.write(head);
      join(client, socket);
    };
    void reach(new URL(`socks://${incoming.url}`), use, () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      server.unref();
      resolve({
        port: (server.address() as AddressInfo).port,
        credentials,
        problemOf: (authority) => problems.get(authority) ?? null,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
};
