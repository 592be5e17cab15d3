import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const field = (status: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';

const readOr = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    // A process that has ended meanwhile.
    return otherwise;
  }
};

/** All processes that descend from this one. */
const descendants = (pid: number): readonly number[] => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = all.map((id) => {
    const status = readOr(() => readFileSync(`/proc/${id}/status`, 'utf8'), '');
    return [Number(id), Number(field(status, 'PPid'))] as const;
  });
  const below = (parent: number): readonly number[] =>
    parents.filter(([, one]) => one === parent).flatMap(([id]) => [id, ...below(id)]);
  return below(pid);
};

/** What the kernel holds a process to. */
export interface Confinement {
  /** Seccomp's mode: 2 is a filter of system calls. */
  readonly seccomp: string;
  /** Whether it is in namespaces of its own: users' and processes'. */
  readonly ownUsers: boolean;
  readonly ownProcesses: boolean;
  readonly ownNetwork: boolean;
  /** What it may do that ordinary users may not; all zeros: nothing. */
  readonly capabilities: string;
  readonly noNewPrivileges: string;
}

/** How the page's process of a running app is confined, as `/proc` says; read as root or as the same user. */
export const confinementOfPage = (mainPid: number): Confinement => {
  const page = descendants(mainPid).find((pid) =>
    readOr(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '').includes('--type=renderer'),
  );
  if (page === undefined) throw new Error('no process draws the page');
  const status = readFileSync(`/proc/${page}/status`, 'utf8');
  const isOwn = (kind: string) =>
    readlinkSync(`/proc/${page}/ns/${kind}`) !== readlinkSync(`/proc/${mainPid}/ns/${kind}`);
  return {
    seccomp: field(status, 'Seccomp'),
    ownUsers: isOwn('user'),
    ownProcesses: isOwn('pid'),
    ownNetwork: isOwn('net'),
    capabilities: field(status, 'CapEff'),
    noNewPrivileges: field(status, 'NoNewPrivs'),
  };
};
