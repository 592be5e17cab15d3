import * as z from 'zod/mini';
import { uuid } from './bounds';
import type { Branch, MessageBeginning, MovedBranch } from './branches';
import type { OpenedChat } from './history';
import {
  type ChatChanges,
  type ChatOrder,
  chatChanges,
  folderInput,
  mapIds,
  type RemovedFolder,
  removedFolder,
} from './organise';
import { chatTitle } from './parameters';
import { request } from './request-spec';

const messageOfChat = z.strictObject({ chatId: uuid, messageId: uuid });

/** Requests on the tree of a chat and on the order of chats. */
export const organiseRequests = {
  /** Lets the chat go on below a message; what stood below it stays as a branch. */
  'branch.from': request<OpenedChat>()(messageOfChat),
  /** Copies the path to a message, or also all that hangs from it, into a new chat. */
  'branch.copy': request<OpenedChat>()(
    z.strictObject({ chatId: uuid, messageId: uuid, isWhole: z.boolean(), title: chatTitle }),
  ),
  /** Moves a message and all that hangs from it into a new chat. */
  'branch.move': request<MovedBranch>()(z.strictObject({ chatId: uuid, messageId: uuid, title: chatTitle })),
  /** Takes such a move back; the chat made for it goes to the Trash. */
  'branch.moveBack': request<OpenedChat>()(
    z.strictObject({
      chatId: uuid,
      messageId: uuid,
      toChatId: uuid,
      parentId: z.nullable(uuid),
      leafId: z.nullable(uuid),
    }),
  ),
  /** A chat's tree, each branch before those that hang from it. */
  'branch.map': request<readonly Branch[]>()(z.strictObject({ chatId: uuid })),
  'branch.beginnings': request<readonly MessageBeginning[]>()(
    z.strictObject({ chatId: uuid, messageIds: mapIds }),
  ),

  /** Folders, tags and models. */
  'order.read': request<ChatOrder>()(z.strictObject({})),
  'order.saveFolder': request<ChatOrder>()(folderInput),
  /** Removes a folder; what is in it goes to the folder around it. */
  'order.deleteFolder': request<{ readonly order: ChatOrder; readonly removed: RemovedFolder }>()(
    z.strictObject({ id: uuid }),
  ),
  /** Puts a removed folder back with what is still there of what stood in it. */
  'order.restoreFolder': request<ChatOrder>()(removedFolder),
  /** Changes many chats, all or none, and answers with what takes it back; `chats.changed` tells what they are now. */
  'order.changeChats': request<ChatChanges>()(z.strictObject({ changes: chatChanges })),
} as const;
