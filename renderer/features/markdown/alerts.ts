import type { Blockquote, Nodes } from 'mdast';

/** What GitHub draws attention to (https://docs.github.com/get-started/writing-on-github, "Alerts"). */
const KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** Why a quote draws attention to itself. */
export type AlertKind = (typeof KINDS)[number];

/** The kind that a component was given as a property; null: it is a quote like any other. */
export const alertKind = (property: unknown): AlertKind | null =>
  KINDS.find((kind) => kind === property) ?? null;

/** Alone in the first line of a quote. */
const MARK = /^\[!(\w+)\][ \t]*(?:\n|$)/;

const markAlert = (quote: Blockquote): void => {
  const [paragraph] = quote.children;
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return;
  const kind = alertKind(MARK.exec(text.value)?.[1]?.toLowerCase());
  if (kind === null) return;
  quote.data = { hProperties: { dataAlert: kind } };
  text.value = text.value.replace(MARK, '');
  if (text.value === '' && paragraph.children.length === 1) quote.children.shift();
};

/** A plugin of remark: marks quotes that begin with a line such as `[!NOTE]` as alerts, and takes that line away. */
export const readAlerts = () => (root: Nodes) => {
  if (!('children' in root)) return;
  for (const child of root.children) if (child.type === 'blockquote') markAlert(child);
};
