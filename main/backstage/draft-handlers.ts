import { findAttachments } from './attachments/blobs';
import type { HandlersOf } from './handler-types';
import { findChat, type StoredChat } from './history/chats';
import { appendToDraft, readDraft, saveDraft } from './history/drafts';
import { appendToQuickDraft, readQuickDraft, saveQuickDraft } from './history/quick-draft';
import { saveResultDraft } from './history/result-drafts';
import type { Session } from './session';

/** Handlers of `draft.*`, but for those of edits. */
export const draftHandlers = (session: Session): Omit<HandlersOf<'draft'>, 'draft.saveEdit'> => {
  const seqOf = (chatId: string | null): StoredChat['seq'] | null =>
    chatId === null ? null : findChat(session.database, chatId).seq;
  return {
    'draft.save': ({ chatId, text, options, attachments: refs, role = 'user', name }) => {
      session.database.write((writer) => {
        const attachments = findAttachments(writer, refs);
        const draft = { text, options, attachments, role };
        saveDraft(writer, seqOf(chatId), name === undefined ? draft : { ...draft, name });
      });
      return null;
    },
    'draft.append': ({ chatId, quick, text }) => {
      session.database.write((writer) => {
        if (quick) appendToQuickDraft(writer, text);
        else appendToDraft(writer, seqOf(chatId), text);
      });
      return null;
    },
    'draft.saveResult': ({ chatId, ...draft }) => {
      const { seq } = findChat(session.database, chatId);
      session.database.write((writer) => saveResultDraft(writer, seq, draft));
      return null;
    },
    'draft.read': ({ chatId }) => readDraft(session.database, seqOf(chatId)),
    'draft.saveQuick': ({ text, attachments: refs }) => {
      session.database.write((writer) => saveQuickDraft(writer, text, findAttachments(writer, refs)));
      return null;
    },
    'draft.readQuick': () => readQuickDraft(session.database),
  };
};
