import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Contact } from '../../../preload/contract/network';

/** What a process of the app did with a socket, as `scripts/test/sockets/socket-log.c` writes it down. */
interface SocketUse {
  readonly kind: 'tcp' | 'udp' | 'name' | 'listen';
  /** An address, or the name that was looked up. */
  readonly host: string;
  /** 0 for a name. */
  readonly port: number;
}

/** A watch on everything an app does with sockets, in all of its processes, from its first moment to its last. */
export interface SocketWatch {
  readonly env: Readonly<Record<string, string>>;
  readonly uses: () => Promise<readonly SocketUse[]>;
  readonly close: () => Promise<void>;
}

const KINDS: readonly string[] = ['tcp', 'udp', 'name', 'listen'] satisfies readonly SocketUse['kind'][];
const isKind = (text: string): text is SocketUse['kind'] => KINDS.includes(text);

const parse = (line: string): readonly SocketUse[] => {
  const [kind = '', host = '', port = ''] = line.split(' ');
  return isKind(kind) ? [{ kind, host, port: Number(port) }] : [];
};

/** Begins a watch; null where there is none (macOS, Windows). */
export const watchSockets = (): SocketWatch | null => {
  const library = process.env.PARLANCE_SOCKET_LIBRARY ?? '';
  if (library === '') return null;
  // Not by the number of this process: that may have been another's, which was killed and left its file.
  const file = path.join(os.tmpdir(), `parlance-sockets-${randomUUID()}`);
  return {
    env: { LD_PRELOAD: library, PARLANCE_SOCKET_LOG: file },
    uses: async () => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return text.split('\n').flatMap(parse);
    },
    close: () => rm(file, { force: true }),
  };
};

const isLoopback = (address: string): boolean =>
  /^(::ffff:)?127\./.test(address) || address === '::1' || address === '0.0.0.0' || address === '::';

/** RFC 6761: names that no resolver leads anywhere. */
const isNowhere = (name: string): boolean => /(^|\.)(localhost|invalid)\.?$/.test(name);

/** Where the page's session is led to (main/app/session-guard.ts): nobody listens there. */
const isDeadEnd = ({ host, port }: SocketUse): boolean => host === '0.0.0.0' && port === 1;

const describe = ({ kind, host, port }: SocketUse): string => `${kind} ${host}:${port}`;

/** What of it went off this computer, or could have told somebody a name. A test asks nobody but itself. */
export const strayUses = (uses: readonly SocketUse[]): readonly string[] => {
  const strays = uses.filter(({ kind, host }) => {
    if (kind === 'name') return !isNowhere(host);
    // Nothing here speaks by datagrams; what asks a resolver would.
    return kind === 'udp' || (kind === 'tcp' && !isLoopback(host));
  });
  return [...new Set(strays.map(describe))];
};

/** Ports of a URL, or of a proxy as PAC files name it. */
const portsOf = ({ origin, via }: Pick<Contact, 'origin' | 'via'>): readonly number[] => {
  const { protocol, port } = new URL(origin);
  return [Number(port === '' ? ({ 'https:': 443 }[protocol] ?? 80) : port), Number(via.split(':').at(-1))];
};

/** Connections on this computer that the app's list of servers does not tell of. What the app connects to in itself is no server. */
export const unlistedUses = (uses: readonly SocketUse[], contacts: readonly Contact[]): readonly string[] => {
  const own = uses.filter(({ kind }) => kind === 'listen').map(({ port }) => port);
  const known = new Set([...own, ...contacts.flatMap(portsOf)]);
  const unlisted = uses.filter((use) => use.kind === 'tcp' && !known.has(use.port) && !isDeadEnd(use));
  return [...new Set(unlisted.map(describe))];
};
