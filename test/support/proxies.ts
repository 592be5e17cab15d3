import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import type { Certificate } from './certificate';

/** A proxy on loopback that leads every host to this computer, on the port that was asked for. */
export interface TestProxy {
  /** `host:port`. */
  readonly place: string;
  /** What clients wanted to reach, in order; those that were refused too. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** One that can also tell all bytes that clients sent, as text. */
export interface ReadingProxy extends TestProxy {
  readonly seen: () => string;
}

/** What the proxy asks for. */
interface Wanted {
  readonly user: string;
  readonly password: string;
}

interface HttpProxyOptions {
  readonly wants?: Wanted;
  /** Spoken to over TLS with this certificate. */
  readonly certificate?: Certificate;
}

const ignore = (): void => undefined;

const portOf = (server: TcpServer): number => (server.address() as AddressInfo).port;

const listening = (server: TcpServer): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const closing = (server: TcpServer, sockets: ReadonlySet<Socket>): Promise<void> => {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
};

/** Keeps what clients send and who they are. */
const watch = (server: TcpServer) => {
  const sockets = new Set<Socket>();
  const received: Buffer[] = [];
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', ignore).on('data', (bytes) => received.push(bytes)));
  });
  return { sockets, seen: () => Buffer.concat(received).toString('latin1') };
};

const join = (one: Duplex, other: Duplex): void => {
  pipeline(one, other, ignore);
  pipeline(other, one, ignore);
};

const expected = ({ user, password }: Wanted): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** An HTTP or HTTPS proxy, with or without a password. */
export const startHttpProxy = async ({
  wants,
  certificate,
}: HttpProxyOptions = {}): Promise<ReadingProxy> => {
  const asked: string[] = [];
  const isLetIn = ({ headers }: IncomingMessage) =>
    wants === undefined || headers['proxy-authorization'] === expected(wants);
  const answer: RequestListener = (incoming, response) => {
    asked.push(incoming.url ?? '');
    if (!isLetIn(incoming)) {
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="test"' }).end();
      return;
    }
    const { port, pathname, search } = new URL(incoming.url ?? '');
    const headers = { ...incoming.headers };
    // A proxy keeps to itself what was meant for it; the test looks at what it got.
    delete headers['proxy-authorization'];
    const outgoing = request(
      { host: '127.0.0.1', port, path: pathname + search, method: incoming.method, headers },
      (got) => {
        response.writeHead(got.statusCode ?? 502, got.headers);
        pipeline(got, response, ignore);
      },
    );
    outgoing.on('error', () => response.writeHead(502).end());
    pipeline(incoming, outgoing, ignore);
  };
  const server: Server =
    certificate === undefined ? createServer(answer) : createHttpsServer(certificate, answer);
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    asked.push(incoming.url ?? '');
    if (!isLetIn(incoming)) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\nContent-Length: 0\r\n\r\n',
      );
      return;
    }
    const target = connect(Number(incoming.url?.split(':').at(-1)), '127.0.0.1');
    target.on('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    target.on('connect', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.write(head);
      join(client, target);
    });
  });
  const { sockets, seen } = watch(server);
  await listening(server);
  return { place: `127.0.0.1:${portOf(server)}`, asked, seen, close: () => closing(server, sockets) };
};

/** Reads whole messages of a socket, however they are cut into packets. */
const reader = (socket: Socket) => {
  const gone = new Promise<never>((_, reject) => socket.once('close', reject));
  gone.catch(ignore);
  return async (count: number): Promise<Buffer> => {
    for (;;) {
      const bytes: Buffer | null = socket.read(count);
      if (bytes !== null) return bytes;
      await Promise.race([gone, new Promise((resolve) => socket.once('readable', resolve))]);
    }
  };
};

const NO_AUTHENTICATION = 0;
const USER_AND_PASSWORD = 2;
const NONE_ACCEPTED = 0xff;

/** Greets as RFC 1928 and RFC 1929 have it. Answers whether the client may go on. */
const letIn = async (
  socket: Socket,
  read: ReturnType<typeof reader>,
  wants: Wanted | undefined,
): Promise<boolean> => {
  const [, methodCount = 0] = await read(2);
  const methods = await read(methodCount);
  const method = wants === undefined ? NO_AUTHENTICATION : USER_AND_PASSWORD;
  if (!methods.includes(method)) {
    socket.end(Buffer.from([5, NONE_ACCEPTED]));
    return false;
  }
  socket.write(Buffer.from([5, method]));
  if (wants === undefined) return true;
  const [, userLength = 0] = await read(2);
  const user = (await read(userLength)).toString();
  const [passwordLength = 0] = await read(1);
  const password = passwordLength === 0 ? '' : (await read(passwordLength)).toString();
  const isRight = user === wants.user && password === wants.password;
  socket.write(Buffer.from([1, isRight ? 0 : 1]));
  if (!isRight) socket.end();
  return isRight;
};

const NAME = 3;
const IPV6 = 4;

const readTarget = async (read: ReturnType<typeof reader>): Promise<{ host: string; port: number }> => {
  const [, , , kind = 0] = await read(4);
  const length = kind === NAME ? ((await read(1))[0] ?? 0) : kind === IPV6 ? 16 : 4;
  const address = await read(length);
  const host = kind === NAME ? address.toString() : [...address].join('.');
  return { host, port: (await read(2)).readUInt16BE() };
};

const CONNECTED = Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]);
const REFUSED = Buffer.from([5, 5, 0, 1, 0, 0, 0, 0, 0, 0]);

/** A SOCKS5 proxy, with or without a password. */
export const startSocksProxy = async (wants?: Wanted): Promise<TestProxy> => {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const serve = async (socket: Socket): Promise<void> => {
    const read = reader(socket);
    if (!(await letIn(socket, read, wants))) return;
    const { host, port } = await readTarget(read);
    asked.push(`${host}:${port}`);
    const target = connect(port, '127.0.0.1');
    target.on('error', () => socket.end(REFUSED));
    target.on('connect', () => {
      socket.write(CONNECTED);
      join(socket, target);
    });
  };
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', ignore));
    serve(socket).catch(ignore);
  });
  await listening(server);
  return {
    place: `127.0.0.1:${portOf(server)}`,
    asked,
    close: () => closing(server, sockets),
  };
};
