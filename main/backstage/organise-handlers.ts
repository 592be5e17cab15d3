import type { Clock, Handlers, HandlersOf } from './handler-types';
import { finishTitle, takeTitleMaterial } from './history/auto-title';
import { readBeginnings, readBranches } from './history/branch-map';
import { branchFrom, copyBranch, moveBranch, moveBranchBack } from './history/carry-branch';
import { changeChats } from './history/change-chats';
import { readChatOrder } from './history/chat-order';
import { findChat } from './history/chats';
import { deleteFolder, restoreFolder, saveFolder } from './history/folders';
import { openChat } from './history/transcript';
import type { OrganiseOps } from './protocol-organise';
import type { Session } from './session';

const branchHandlers = (session: Session, clock: Clock): HandlersOf<'branch'> => ({
  'branch.from': ({ chatId, messageId, limit }) =>
    session.database.write((writer) => {
      branchFrom(writer, chatId, messageId);
      return openChat(writer, findChat(writer, chatId), limit);
    }),
  'branch.copy': ({ limit, ...input }) =>
    session.database.write((writer) =>
      openChat(writer, findChat(writer, copyBranch(writer, input, clock())), limit),
    ),
  'branch.move': ({ limit, ...input }) =>
    session.database.write((writer) => {
      const undo = moveBranch(writer, input, clock());
      return { opened: openChat(writer, findChat(writer, undo.chatId), limit), undo };
    }),
  'branch.moveBack': ({ limit, ...undo }) =>
    session.database.write((writer) => {
      moveBranchBack(writer, undo, clock());
      return openChat(writer, findChat(writer, undo.toChatId), limit);
    }),
  'branch.map': ({ chatId }) => readBranches(session.database, chatId),
  'branch.beginnings': ({ chatId, messageIds }) => readBeginnings(session.database, chatId, messageIds),
});

/** What orders chats and their branches. */
export const organiseHandlers = (session: Session, clock: Clock): Pick<Handlers, keyof OrganiseOps> => ({
  ...branchHandlers(session, clock),
  'order.read': () => readChatOrder(session.database),
  'order.saveFolder': (input) =>
    session.database.write((writer) => {
      saveFolder(writer, input);
      return readChatOrder(writer);
    }),
  'order.deleteFolder': ({ id }) =>
    session.database.write((writer) => {
      const removed = deleteFolder(writer, id);
      return { order: readChatOrder(writer), removed };
    }),
  'order.restoreFolder': (removed) =>
    session.database.write((writer) => {
      restoreFolder(writer, removed);
      return readChatOrder(writer);
    }),
  'order.changeChats': ({ changes }) =>
    session.database.write((writer) => changeChats(writer, changes, clock())),
  'title.take': (input) => session.database.write((writer) => takeTitleMaterial(writer, input, clock())),
  'title.finish': (input) => session.database.write((writer) => finishTitle(writer, input)),
});
