import { create } from 'zustand';
import type { Attachment, AttachmentProblem, AttachmentRef } from '../../preload/contract/attachments';
import { refOf } from '../../preload/contract/attachments';
import type { ImageDetail, MessagePart } from '../../preload/contract/parts';

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What had to be changed of an image so that the API takes it. */
export interface ImageChange {
  /** What it measured before it was scaled down; null: it was not. */
  readonly scaledFrom: Size | null;
  /** True when it moves, and only its first picture is left. */
  readonly stilled: boolean;
}

/** How far a file has come. */
export type AttachedState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly attachment: Attachment; readonly change: ImageChange | null }
  /** `failed`: not the file's fault. */
  | { readonly kind: 'refused'; readonly problem: AttachmentProblem | 'failed' };

/** A file beside a text that is being written. */
export interface AttachedItem {
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly state: AttachedState;
}

interface AttachmentsState {
  /** By chat key, and by the names' `editKey` for messages that are being edited. */
  readonly byKey: Readonly<Record<string, readonly AttachedItem[]>>;
  readonly nextId: number;
}

/** What stands beside texts that are not sent. */
export const useAttachments = create<AttachmentsState>()(() => ({ byKey: {}, nextId: 1 }));

const NONE: readonly AttachedItem[] = [];

/** What stands beside a text. */
export const itemsOf = (state: Pick<AttachmentsState, 'byKey'>, key: string): readonly AttachedItem[] =>
  state.byKey[key] ?? NONE;

const change = (key: string, make: (items: readonly AttachedItem[]) => readonly AttachedItem[]): void =>
  useAttachments.setState((state) => ({ byKey: { ...state.byKey, [key]: make(itemsOf(state, key)) } }));

/** Adds a file at its end and answers with its id. */
export const addItem = (key: string, item: Omit<AttachedItem, 'id'>): number => {
  const { nextId: id } = useAttachments.getState();
  useAttachments.setState({ nextId: id + 1 });
  change(key, (items) => [...items, { ...item, id }]);
  return id;
};

/** Notes how far a file has come; one that was taken away meanwhile stays away. */
export const setItemState = (key: string, id: number, state: AttachedState): void =>
  change(key, (items) => items.map((item) => (item.id === id ? { ...item, state } : item)));

/** Takes files away. */
export const removeItems = (key: string, ids: readonly number[]): void =>
  change(key, (items) => items.filter(({ id }) => !ids.includes(id)));

/** Chooses how closely an image is looked at. */
export const setDetail = (key: string, id: number, detail: ImageDetail): void =>
  change(key, (items) =>
    items.map((item) =>
      item.id === id && item.state.kind === 'ready' && item.state.attachment.type === 'image'
        ? { ...item, state: { ...item.state, attachment: { ...item.state.attachment, detail } } }
        : item,
    ),
  );

/** Puts what was kept with a draft or a message beside its text, unless the page knows of anything newer. */
export const restoreItems = (key: string, attachments: readonly Attachment[]): void => {
  if (useAttachments.getState().byKey[key] !== undefined) return;
  change(key, () => []);
  for (const attachment of attachments) {
    const { name, size } = attachment;
    addItem(key, { name, size, state: { kind: 'ready', attachment, change: null } });
  }
};

/** Puts what was kept with a draft before what was put beside its text since. */
export const putItemsBefore = (key: string, attachments: readonly Attachment[]): void => {
  const since = itemsOf(useAttachments.getState(), key);
  forgetItems(key);
  restoreItems(key, attachments);
  change(key, (items) => [...items, ...since]);
};

/** Forgets all that stands beside a text, so that it can be restored anew. */
export const forgetItems = (key: string): void =>
  useAttachments.setState(({ byKey: { [key]: _, ...others } }) => ({ byKey: others }));

/** Moves all that stands beside one text to another. */
export const moveItems = (from: string, to: string): void => {
  const moved = itemsOf(useAttachments.getState(), from);
  change(to, (items) => [...items, ...moved]);
  change(from, () => []);
};

/** What is ready among the attachments. */
export const readyOf = (items: readonly AttachedItem[]): readonly Attachment[] =>
  items.flatMap(({ state }) => (state.kind === 'ready' ? [state.attachment] : []));

/** What is handed over with a text: its attachments' names. Absent: it has none. */
export const refsOf = (items: readonly AttachedItem[]): { readonly attachments?: AttachmentRef[] } => {
  const refs = readyOf(items).map(refOf);
  return refs.length === 0 ? {} : { attachments: refs };
};

/** True when these are the attachments that a message has. */
export const isUnchanged = (items: readonly AttachedItem[], parts: readonly MessagePart[]): boolean => {
  const former = parts.filter(({ type }) => type === 'image' || type === 'file');
  return JSON.stringify(readyOf(items)) === JSON.stringify(former);
};
