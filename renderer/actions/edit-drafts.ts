import type { EditDraft, Message } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { keepEdit, showEditor, useComposer } from '../stores/composer-store';
import { tellError } from '../stores/notices-store';
import { debounced } from './debounced';

const TYPING_PAUSE_MS = 300;

const pending = debounced();
let pendingId = '';

const save = (chatId: string, messageId: string): void => {
  const text = useComposer.getState().edits[messageId] ?? null;
  request('chat.saveEditDraft', { chatId, messageId, text }).catch(tellError);
};

/** Takes what is typed into the editor of an earlier message, and saves it once the person pauses. */
export const typeEdit = ({ chatId, id: messageId }: Message, text: string): void => {
  keepEdit(messageId, text);
  // Only one waits: another message's is saved now rather than forgotten.
  if (pendingId !== messageId) pending.flush();
  pendingId = messageId;
  pending.schedule(() => save(chatId, messageId), TYPING_PAUSE_MS);
};

/** Forgets what was typed: it was sent or saved. */
export const dropEditDraft = (chatId: string, messageId: string): void => {
  if (pendingId === messageId) pending.cancel();
  if (useComposer.getState().edits[messageId] === undefined) return;
  keepEdit(messageId, null);
  save(chatId, messageId);
};

/** Opens the editors that the last run left with something in them, unless this run has typed into them. */
export const restoreEdits = (drafts: readonly EditDraft[]): void => {
  for (const { messageId, text } of drafts) {
    if (useComposer.getState().edits[messageId] !== undefined) continue;
    keepEdit(messageId, text);
    showEditor(messageId, true);
  }
};
