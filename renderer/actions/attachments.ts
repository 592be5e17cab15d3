import type { AttachmentProblem } from '../../preload/contract/attachments';
import { attachmentProblems, MAX_ATTACHMENTS } from '../../preload/contract/attachments';
import type { Role } from '../../preload/contract/history';
import type { ImageDetail } from '../../preload/contract/parts';
import { Failure } from '../../preload/contract/result';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import type { AttachedItem, AttachedState } from '../stores/attachments-store';
import {
  addItem,
  itemsOf,
  readyOf,
  removeItems,
  setDetail,
  setItemState,
  useAttachments,
} from '../stores/attachments-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { askedModelId, modelTakesImages, useModels } from '../stores/models-store';
import { scheduleEstimate } from './estimates';
import { scheduleUnsent } from './unsent';

/** Files have no names that are too long for a person, but some have. In UTF-16 code units. */
const MAX_NAME = 200;

const isProblem = (reason: unknown): reason is AttachmentProblem =>
  attachmentProblems.some((problem) => problem === reason);

const problemOf = (thrown: unknown): AttachedState => {
  const reason =
    thrown instanceof Failure ? thrown.detail?.reason : (thrown as { readonly problem?: unknown }).problem;
  return { kind: 'refused', problem: isProblem(reason) ? reason : 'failed' };
};

const take = async (file: File, name: string): Promise<AttachedState> => {
  try {
    const { prepareFile } = await import('./prepare-file');
    const { bytes, mime, change } = await prepareFile(file);
    return { kind: 'ready', attachment: await request('attachment.add', { name, mime, bytes }), change };
  } catch (thrown) {
    return problemOf(thrown);
  }
};

/** The draft and the count follow what stands beside a text of a chat, be it on screen or not. */
const noteChanged = (key: string, chatId = useConversation.getState().chatId): void => {
  scheduleUnsent(key, chatId);
  if (key === chatKey(useConversation.getState().chatId)) scheduleEstimate(0);
};

const isThere = (key: string, item: AttachedState): boolean =>
  item.kind === 'ready' &&
  readyOf(itemsOf(useAttachments.getState(), key)).some(({ hash }) => hash === item.attachment.hash);

// One after the other: each may take hundreds of megabytes while it is read.
let reading: Promise<void> = Promise.resolve();

/** Where files are taken to. */
interface Target {
  readonly key: string;
  readonly chatId: string | null;
}

const attach = async ({ key, chatId }: Target, id: number, file: File, name: string): Promise<void> => {
  const state = await take(file, name);
  // The same file again would be paid for twice.
  if (isThere(key, state)) removeItems(key, [id]);
  else setItemState(key, id, state);
  noteChanged(key, chatId);
};

/** Takes files beside a text; what becomes of each is told beside it. @param key where: by default the chat on screen. */
export const attachFiles = (
  files: readonly File[],
  key = chatKey(useConversation.getState().chatId),
): void => {
  const { chatId } = useConversation.getState();
  for (const file of files) {
    const { size } = file;
    const name = file.name.slice(0, MAX_NAME) || 'file';
    const isFull = itemsOf(useAttachments.getState(), key).length >= MAX_ATTACHMENTS;
    const state: AttachedState = isFull ? { kind: 'refused', problem: 'tooMany' } : { kind: 'reading' };
    const id = addItem(key, { name, size, state });
    if (!isFull) reading = reading.then(() => attach({ key, chatId }, id, file, name));
  }
};

/** The files that are pasted. What also has a text (cells of a table, for one) is pasted as that. */
export const pastedFiles = ({ files, types }: DataTransfer): readonly File[] =>
  types.includes('text/plain') ? [] : [...files];

/** Whether files beside a text are still being read. */
export const isReading = (key: string): boolean =>
  itemsOf(useAttachments.getState(), key).some(({ state }) => state.kind === 'reading');

/**
 * Waits for files beside a text that are still being read: what is sent is sent with them.
 * @returns false when the person has gone to another chat meanwhile: then it is not sent.
 */
export const allRead = async (key: string): Promise<boolean> => {
  const { chatId } = useConversation.getState();
  while (isReading(key)) await reading;
  return useConversation.getState().chatId === chatId;
};

/** Takes a file away from a text. */
export const detach = (key: string, id: number): void => {
  removeItems(key, [id]);
  noteChanged(key);
};

/** Chooses how closely an image is looked at. */
export const chooseDetail = (key: string, id: number, detail: ImageDetail): void => {
  setDetail(key, id, detail);
  noteChanged(key);
};

/** Why a message cannot be sent with what stands beside it. */
export type AttachmentTrouble = 'refused' | 'noImages' | 'notUser';

/** What is in the way of sending these, or null. */
export const troubleOf = (items: readonly AttachedItem[], role: Role): AttachmentTrouble | null => {
  if (items.some(({ state }) => state.kind === 'refused')) return 'refused';
  if (!readyOf(items).some(({ type }) => type === 'image')) return null;
  if (role !== 'user') return 'notUser';
  const list = useModels.getState();
  const { model } = useConversation.getState().options;
  return modelTakesImages(list, askedModelId(model, list, useApp.getState())) ? null : 'noImages';
};
