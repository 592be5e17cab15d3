import { refOf } from '../../preload/contract/attachments';
import type { EditDraft } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { forgetItems, readyOf, restoreItems, useAttachments } from '../stores/attachments-store';
import { keepEdit, showEditor, useComposer } from '../stores/composer-store';
import { editKey, restoreName, typedName, typeName } from '../stores/names-store';
import { tell } from '../stores/notices-store';
import { noteAct } from '../stores/undo-store';
import { debounced } from './debounced';
import { saveTyped } from './unsaved-drafts';

const TYPING_PAUSE_MS = 300;

const pending = debounced();
let pendingId = '';

const editNow = (chatId: string, messageId: string) => {
  const place = editKey(messageId);
  const text = useComposer.getState().edits[messageId] ?? null;
  const items = useAttachments.getState().byKey[place];
  const attachments = items && readyOf(items).map(refOf);
  const name = typedName(place);
  return { chatId, messageId, text, attachments, name };
};

const save = (chatId: string, messageId: string): void =>
  void saveTyped(editKey(messageId), () => request('chat.saveEditDraft', editNow(chatId, messageId)));

/** Saves what was changed in a message's editor once the person pauses. */
export const scheduleEdit = (chatId: string, messageId: string): void => {
  // Only one waits: another message's is saved now rather than forgotten.
  if (pendingId !== messageId) pending.flush();
  pendingId = messageId;
  pending.schedule(() => save(chatId, messageId), TYPING_PAUSE_MS);
};

/** Takes what is typed into the editor of an earlier message. */
export const typeEdit = (chatId: string, messageId: string, text: string): void => {
  keepEdit(messageId, text);
  scheduleEdit(chatId, messageId);
};

/** Forgets what was changed in a message's editor: it was sent, saved or thrown away. */
export const forgetEdit = (chatId: string, messageId: string): void => {
  if (pendingId === messageId) pending.cancel();
  keepEdit(messageId, null);
  typeName(editKey(messageId), null);
  forgetItems(editKey(messageId));
  save(chatId, messageId);
};

/** Throws away what was changed in a message's editor, which can be undone. */
export const discardEdit = (chatId: string, messageId: string): void => {
  const place = editKey(messageId);
  const items = useAttachments.getState().byKey[place];
  const name = typedName(place);
  const draft: EditDraft = {
    messageId,
    text: useComposer.getState().edits[messageId] ?? null,
    ...(items === undefined ? {} : { attachments: readyOf(items) }),
    ...(name === undefined ? {} : { name }),
  };
  const discard = async () => {
    forgetEdit(chatId, messageId);
    showEditor(messageId, false);
  };
  const undo = async () => {
    restoreEdits([draft]);
    save(chatId, messageId);
  };
  void discard();
  tell({ kind: 'editDiscarded', undo: noteAct({ undo, redo: discard }) });
};

/** Opens the editors that the last run left with something in them, unless this run has typed into them. */
export const restoreEdits = (drafts: readonly EditDraft[]): void => {
  for (const { messageId, text, attachments, name } of drafts) {
    const place = editKey(messageId);
    const isKnown =
      useComposer.getState().edits[messageId] !== undefined ||
      useAttachments.getState().byKey[place] !== undefined;
    if (isKnown) continue;
    if (text !== null) keepEdit(messageId, text);
    if (attachments !== undefined) restoreItems(place, attachments);
    restoreName(place, name);
    showEditor(messageId, true);
  }
};
