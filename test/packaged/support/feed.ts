import { once } from 'node:events';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { parse, stringify } from 'yaml';

/** What a file of announced versions says, as electron-builder writes it; the part that tests change. */
interface Announced {
  readonly version?: string;
  readonly stagingPercentage?: number;
  readonly releaseNotes?: string;
}

type Sending = 'whole' | 'damaged' | 'begun';

/** The server that updates come from. */
export interface Feed {
  /** What is announced from now on, beside what electron-builder wrote; on the channel of those who take betas, or of all. */
  readonly announce: (changes: Announced, channel?: 'latest' | 'beta') => void;
  /** How packages are sent from now on: as they are; with one byte another one; or begun and never gone on with. */
  readonly sendPackages: (how: Sending) => void;
  /** Every request, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  readonly close: () => Promise<void>;
}

const readRange = (header: string | undefined, size: number): readonly [number, number] => {
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  return [Number(from), to === '' ? size - 1 : Number(to)];
};

/** Sends a file or the range of it that is asked for. */
const sendFile = (file: string, how: Sending, request: IncomingMessage, response: ServerResponse): void => {
  const { size } = statSync(file);
  const [from, to] = readRange(request.headers.range, size);
  response.writeHead(request.headers.range === undefined ? 200 : 206, {
    'content-length': to - from + 1,
    'content-range': `bytes ${from}-${to}/${size}`,
  });
  response.flushHeaders();
  if (how === 'begun') return;
  let spoils = how === 'damaged';
  const stream = createReadStream(file, { start: from, end: to });
  stream.on('data', (data) => {
    const piece = Buffer.from(data);
    if (spoils) piece.writeUInt8(255 - piece.readUInt8(0), 0);
    spoils = false;
    if (!response.write(piece)) {
      stream.pause();
      response.once('drain', () => stream.resume());
    }
  });
  stream.once('end', () => response.end());
  response.once('close', () => stream.destroy());
};

/** Serves the packages of a folder at the address that was built into the apps. */
export const startFeed = async (url: string, folder: string): Promise<Feed> => {
  const requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const announced = new Map<string, Announced>([
    ['latest', {}],
    ['beta', {}],
  ]);
  let how: Sending = 'whole';
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? '/', url).pathname);
    requests.push({ path: name, headers: request.headers });
    const channel = /^(\w+)-linux\.yml$/.exec(name)?.[1];
    try {
      if (channel === undefined) sendFile(path.join(folder, name), how, request, response);
      else {
        const written: object = parse(readFileSync(path.join(folder, 'latest-linux.yml'), 'utf8'));
        response.end(stringify({ ...written, ...announced.get(channel) }));
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(Number(new URL(url).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    announce: (changes, channel) => {
      for (const one of channel === undefined ? announced.keys() : [channel]) announced.set(one, changes);
    },
    sendPackages: (now) => {
      how = now;
    },
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
