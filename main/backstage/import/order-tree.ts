import type { SourceChat, SourceMessage } from './source-chat';

/** The messages of a chat in an order in which every parent comes before its children. */
export interface OrderedTree<P> {
  readonly messages: readonly SourceMessage<P>[];
  readonly leafId: string | null;
  /** Messages that said nothing and were taken out of the tree. */
  readonly emptyCount: number;
  /** Messages whose place was broken: doubles were left out, the others became roots. */
  readonly misplacedCount: number;
}

interface Node<P> {
  readonly message: SourceMessage<P>;
  readonly children: Node<P>[];
}

interface Placed<P> {
  readonly node: Node<P>;
  /** The nearest message above that is kept. */
  readonly parentId: string | null;
  readonly time: number;
  readonly carried: readonly P[];
}

/** A part, as far as it matters here. */
interface Typed {
  readonly type: string;
}

const isReasoning = ({ parts }: SourceMessage<Typed>): boolean =>
  parts.length > 0 && parts.every(({ type }) => type === 'reasoning');

/** What was thought before an answer is a part of that answer, not a message of its own. */
const handsOn = ({ message, children }: Node<Typed>): boolean =>
  isReasoning(message) &&
  children.length > 0 &&
  children.every((child) => child.message.role === 'assistant' && message.role === 'assistant');

/** The nodes by id; of two with the same id the first counts. */
const nodesOf = <P>(messages: readonly SourceMessage<P>[]): ReadonlyMap<string, Node<P>> => {
  const nodes = new Map<string, Node<P>>();
  for (const message of messages)
    if (!nodes.has(message.id)) nodes.set(message.id, { message, children: [] });
  return nodes;
};

/** Hangs children under their parents and answers with the roots. What hangs from nothing is a root. */
const linkNodes = <P>(
  nodes: ReadonlyMap<string, Node<P>>,
): { readonly roots: readonly Node<P>[]; readonly strays: number } => {
  const roots: Node<P>[] = [];
  let strays = 0;
  for (const node of nodes.values()) {
    const { parentId } = node.message;
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (parent) parent.children.push(node);
    else {
      roots.push(node);
      if (parentId !== null) strays += 1;
    }
  }
  return { roots, strays };
};

/** Every node once, parents first, from `roots` down. An explicit stack: chats may be thousands of messages deep. */
const walk = <P>(
  roots: readonly Node<P>[],
  seen: Set<Node<P>>,
  visit: (placed: Placed<P>) => Placed<P>,
): void => {
  const stack: Placed<P>[] = roots.map((node) => ({ node, parentId: null, time: 0, carried: [] })).reverse();
  for (let placed = stack.pop(); placed !== undefined; placed = stack.pop()) {
    if (seen.has(placed.node)) continue;
    seen.add(placed.node);
    const below = visit(placed);
    for (const child of placed.node.children.toReversed()) stack.push({ ...below, node: child });
  }
};

/** Nearest kept message at or above a message of the source. */
const keptAt = (
  nodes: ReadonlyMap<string, Node<unknown>>,
  kept: ReadonlySet<string>,
  fromId: string | null,
): string | null => {
  const passed = new Set<string>();
  let id = fromId;
  while (id !== null && !passed.has(id)) {
    if (kept.has(id)) return id;
    passed.add(id);
    id = nodes.get(id)?.message.parentId ?? null;
  }
  return null;
};

/**
 * Puts a foreign tree in order, however broken it is: cycles are cut, what hangs from nothing becomes a root, messages that
 * say nothing are taken out and their children moved up. Siblings and branches keep their order in time.
 */
export const orderTree = <P extends Typed>({
  messages,
  leafId,
}: Pick<SourceChat<P>, 'messages' | 'leafId'>): OrderedTree<P> => {
  const nodes = nodesOf(messages);
  const { roots, strays } = linkNodes(nodes);
  const ordered: { readonly message: SourceMessage<P>; readonly time: number }[] = [];
  const seen = new Set<Node<P>>();
  let emptyCount = 0;
  const visit = ({ node, parentId, time, carried }: Placed<P>): Placed<P> => {
    const { message } = node;
    const own = Math.max(time, message.createdAt ?? 0);
    if (message.parts.length === 0) {
      emptyCount += 1;
      return { node, parentId, time: own, carried };
    }
    if (handsOn(node)) return { node, parentId, time: own, carried: [...carried, ...message.parts] };
    ordered.push({ message: { ...message, parentId, parts: [...carried, ...message.parts] }, time: own });
    return { node, parentId: message.id, time: own, carried: [] };
  };
  walk(roots, seen, visit);
  // What no root leads to stands in a cycle: its first message becomes a root.
  let cycles = 0;
  for (const node of nodes.values()) {
    if (seen.has(node)) continue;
    cycles += 1;
    walk([node], seen, visit);
  }
  // Stable: where times are equal or unknown, the order of the walk stays.
  const sorted = ordered.toSorted((a, b) => a.time - b.time).map(({ message }) => message);
  const kept = new Set(sorted.map(({ id }) => id));
  return {
    messages: sorted,
    leafId: keptAt(nodes, kept, leafId) ?? sorted.at(-1)?.id ?? null,
    emptyCount,
    misplacedCount: messages.length - nodes.size + strays + cycles,
  };
};
