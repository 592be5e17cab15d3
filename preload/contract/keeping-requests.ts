import * as z from 'zod/mini';
import { attachmentRefs } from './attachments';
import { longText, uuid } from './bounds';
import type { HistorySnapshot, SalvageReport, SnapshotChatPage, SnapshotFacts } from './history-snapshots';
import { snapshotName } from './history-snapshots';
import { typedName } from './message-text';
import { request } from './request-spec';
import type { TrashPage } from './trash';

const nothing = z.strictObject({});
/** A moment and the id that decides between equal ones. */
const moment = z.number();

/** Requests for what is not to be lost: the Trash, drafts of edits, snapshots, a damaged history. */
export const keepingRequests = {
  'trash.list': request<TrashPage>()(
    z.strictObject({ cursor: z.nullable(z.strictObject({ trashedAt: moment, id: uuid })) }),
  ),
  /** Deletes chats of the Trash for good; null: all of them. Answers with how many went. */
  'trash.remove': request<number>()(
    z.strictObject({ chatIds: z.nullable(z.array(uuid).check(z.minLength(1), z.maxLength(1000))) }),
  ),
  /** Keeps what is changed in the editor of an earlier message; without a text, attachments and a name it is forgotten. */
  'chat.saveEditDraft': request<null>()(
    z.strictObject({
      chatId: uuid,
      messageId: uuid,
      text: z.nullable(longText),
      attachments: attachmentRefs,
      name: z.optional(typedName),
    }),
  ),
  /** Newest first; also while the history is damaged or missing. */
  'snapshot.list': request<readonly HistorySnapshot[]>()(nothing),
  'snapshot.make': request<null>()(nothing),
  'snapshot.chats': request<SnapshotChatPage>()(
    z.strictObject({
      name: snapshotName,
      cursor: z.nullable(z.strictObject({ updatedAt: moment, id: uuid })),
    }),
  ),
  /** Brings one chat back as it was in the snapshot. */
  'snapshot.restoreChat': request<null>()(z.strictObject({ name: snapshotName, chatId: uuid })),
  /** Puts the snapshot in the place of the history. What is there now is kept as a snapshot, or set aside if it is damaged. */
  'snapshot.restoreAll': request<null>()(z.strictObject({ name: snapshotName })),
  /** What is in a snapshot; also while the history is damaged or missing. */
  'snapshot.facts': request<SnapshotFacts>()(z.strictObject({ name: snapshotName })),
  /** Copies what can be read of a damaged history to a sound one; the damaged file is set aside. Null: it was stopped. */
  'history.salvage': request<SalvageReport | null>()(nothing),
  /** Stops that; nothing has changed then. */
  'history.stopSalvage': request<null>()(nothing),
};
