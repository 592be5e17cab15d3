import { Failure } from '../../preload/contract/result';
import { addAttachment } from './attachments/add-attachment';
import { readBlob } from './attachments/blobs';
import { draftHandlers } from './draft-handlers';
import type { Clock, Handlers, HandlersOf } from './handler-types';
import { addMessage } from './history/add-message';
import { addToolResults } from './history/add-tool-results';
import { readAlternatives, readLogprobs } from './history/answer-logprobs';
import { branchText } from './history/branch-text';
import { newestLeaf } from './history/branches';
import { changePath } from './history/change-path';
import { readChatPage } from './history/chat-page';
import {
  archiveChat,
  findChat,
  moveLeaf,
  pinChat,
  renameChat,
  restoreChat,
  setChatOptions,
  trashChat,
} from './history/chats';
import { appendJournal } from './history/journal';
import { lastComparison } from './history/last-comparison';
import { findMessageOf } from './history/messages';
import { openAround, openAt, openAtPlace } from './history/open-at';
import { setPinned } from './history/pins';
import { savePlace } from './history/reading-place';
import { readSpending } from './history/spending';
import { openChat, readStretch } from './history/transcript';
import { keepingHandlers } from './keeping-handlers';
import { type Measured, measure } from './measure';
import { readMirror } from './mirror/mirror-queue';
import { organiseHandlers } from './organise-handlers';
import { promptHandlers } from './prompts/prompt-handlers';
import { findInChat } from './search/find-in-chat';
import { searchMessages } from './search/search-messages';
import type { Session } from './session';
import { countMessage } from './tokens/count-message';
import { tokenizerFor } from './tokens/tokenizer';
import { transferHandlers } from './transfer/transfer-handlers';
import { readAnswerRecord } from './turns/answer-record';
import { beginComparison, beginTurn } from './turns/begin-turn';
import { estimateContext, previewTranscript } from './turns/estimate-context';
import { finishTurn } from './turns/finish-turn';
import { findMadeAnswer } from './turns/made-answer';
import { repeatTurn } from './turns/repeat-turn';

const historyHandlers = (
  session: Session,
  clock: Clock,
): Pick<Handlers, 'history.open' | 'history.close'> => ({
  'history.open': (input) => session.open(input),
  'history.close': (wanted) => {
    const isWanted = wanted !== null && session.isWritable;
    const question = { cursor: null, limit: wanted?.firstChats ?? 0 };
    const chats = isWanted ? readChatPage(session.database, question, clock()) : null;
    session.close();
    return chats;
  },
});

const chatHandlers = (
  session: Session,
  clock: Clock,
): Omit<HandlersOf<'chat'>, keyof ReturnType<typeof placeHandlers>> => ({
  'chat.page': (question) => readChatPage(session.database, question, clock()),
  'chat.open': ({ chatId, limit }) => openChat(session.database, findChat(session.database, chatId), limit),
  'chat.lastComparison': ({ chatId }) =>
    lastComparison(session.database, findChat(session.database, chatId).seq),
  'chat.messages': ({ chatId, messageIds }) => {
    const { seq } = findChat(session.database, chatId);
    return messageIds.map((id) => findMessageOf(session.database, seq, id).message);
  },
  'chat.rename': ({ chatId, title }) => session.database.write((writer) => renameChat(writer, chatId, title)),
  'chat.pin': ({ chatId, isPinned }) =>
    session.database.write((writer) => pinChat(writer, chatId, isPinned ? clock() : null)),
  'chat.archive': ({ chatId, isArchived }) =>
    session.database.write((writer) => archiveChat(writer, chatId, isArchived ? clock() : null)),
  'chat.setOptions': ({ chatId, options }) =>
    session.database.write((writer) => setChatOptions(writer, chatId, options)),
  'chat.delete': ({ chatId }) => {
    session.database.write((writer) => trashChat(writer, chatId, clock()));
    return null;
  },
  'chat.restore': ({ chatId }) => session.database.write((writer) => restoreChat(writer, chatId)),
  'chat.selectBranch': ({ chatId, messageId, limit }) =>
    session.database.write((writer) => {
      const { seq } = findChat(writer, chatId);
      moveLeaf(writer, seq, newestLeaf(writer, seq, messageId), null);
      return openAround(writer, findChat(writer, chatId), findMessageOf(writer, seq, messageId), limit);
    }),
  'chat.addMessage': ({ limit, ...added }) =>
    session.database.write((writer) =>
      openChat(writer, findChat(writer, addMessage(writer, added, clock())), limit),
    ),
  'chat.addToolResults': ({ limit, ...added }) =>
    session.database.write((writer) => {
      addToolResults(writer, added, clock());
      return openChat(writer, findChat(writer, added.chatId), limit);
    }),
  'chat.changePath': ({ chatId, change, limit }) =>
    session.database.write((writer) => {
      changePath(writer, chatId, change, clock());
      return openChat(writer, findChat(writer, chatId), limit);
    }),
});

type PlaceOp = 'chat.openAt' | 'chat.openAtPlace' | 'chat.savePlace' | 'chat.stretch' | 'chat.find';

/** What goes to a place in a chat. */
const placeHandlers = (session: Session): Pick<Handlers, PlaceOp> => {
  let newestFind = 0;
  return {
    'chat.openAt': ({ chatId, messageId, limit }) => openAt(session.database, chatId, messageId, limit),
    'chat.openAtPlace': ({ chatId, limit }) => openAtPlace(session.database, chatId, limit),
    'chat.savePlace': ({ chatId, place }) => {
      const { seq } = findChat(session.database, chatId);
      if (!session.database.isReadOnly) session.database.write((writer) => savePlace(writer, seq, place));
      return null;
    },
    'chat.stretch': ({ chatId, leafId, from, count }) => {
      const { seq } = findChat(session.database, chatId);
      return readStretch(session.database, findMessageOf(session.database, seq, leafId), from, count);
    },
    'chat.find': ({ chatId, leafId, text }) => {
      newestFind += 1;
      const find = newestFind;
      const { seq } = findChat(session.database, chatId);
      const leaf = findMessageOf(session.database, seq, leafId);
      return findInChat(session.database, leaf, text, () => find === newestFind);
    },
  };
};

const turnHandlers = (session: Session, clock: Clock): HandlersOf<'turn'> => ({
  'turn.begin': (input) => beginTurn(session.database, session.counts, input, clock),
  'turn.compare': (input) => beginComparison(session.database, session.counts, input, clock),
  'turn.repeat': (input) => session.database.write((writer) => repeatTurn(writer, input, clock())),
  'turn.journal': ({ pieces }) => {
    session.database.write((writer) => appendJournal(writer, pieces));
    return null;
  },
  'turn.finish': (input) => session.database.write((writer) => finishTurn(writer, input, clock())),
});

const answerHandlers = (session: Session, clock: Clock): HandlersOf<'answer'> => ({
  'answer.endpoint': ({ chatId, messageId }) => {
    const { facts } = findMadeAnswer(session.database, chatId, messageId);
    return { endpointId: facts.endpointId };
  },
  'answer.logprobs': ({ chatId, messageId }) => readLogprobs(session.database, chatId, messageId),
  'answer.alternatives': (input) => readAlternatives(session.database, input),
  'answer.branchText': (input) => ({
    messageId: session.database.write((writer) => branchText(writer, input, clock())),
  }),
  'answer.record': ({ chatId, messageId }) => readAnswerRecord(session.database, chatId, messageId),
});

const attachmentHandlers = (session: Session, clock: Clock): HandlersOf<'attachment'> => ({
  'attachment.add': (file) => addAttachment(session.database, file, clock),
  'attachment.read': ({ hash }) => readBlob(session.database, hash),
});

const budgetHandlers = (session: Session, clock: Clock): HandlersOf<'message' | 'tokens' | 'spending'> => ({
  'message.pin': ({ chatId, messageId, pinned }) =>
    session.database.write((writer) => setPinned(writer, chatId, messageId, pinned)),
  'message.count': (input) => countMessage(session.database, input),
  'tokens.encode': async ({ encoding, text }) => ({ ids: await tokenizerFor(encoding).encode(text) }),
  'tokens.decode': async ({ encoding, ids }) => ({
    texts: await Promise.all(ids.map((id) => tokenizerFor(encoding).decode(id))),
  }),
  'spending.list': () => readSpending(session.database, clock()),
});

const dataHandlers = (session: Session): HandlersOf<'files' | 'data'> => ({
  'files.measure': async ({ places }) => {
    const sizes: Measured[] = [];
    for (const group of places) sizes.push(await measure(group));
    return sizes;
  },
  // In turn: the file is not to be replaced meanwhile.
  'data.counts': () =>
    session.inTurn(async () => {
      const answer = await session.runJob({ kind: 'count', ...session.place });
      if (!answer.ok) throw new Failure(answer.error.code, answer.error.message);
      return answer.value;
    }),
});

const mirrorHandlers = (session: Session): HandlersOf<'mirror'> => ({
  'mirror.place': () => readMirror(session.database)?.folder ?? null,
  'mirror.choose': ({ folder }) => session.mirror.choose(folder),
  'mirror.next': ({ known, waitMs }) => session.mirror.next(known, waitMs),
});

/** The table of all operations on one session. */
export const makeHandlers = (session: Session, clock: Clock): Handlers => ({
  ...historyHandlers(session, clock),
  ...chatHandlers(session, clock),
  ...placeHandlers(session),
  ...draftHandlers(session),
  ...attachmentHandlers(session, clock),
  ...turnHandlers(session, clock),
  ...answerHandlers(session, clock),
  ...budgetHandlers(session, clock),
  ...transferHandlers(session, clock),
  ...mirrorHandlers(session),
  ...dataHandlers(session),
  ...organiseHandlers(session, clock),
  ...keepingHandlers(session, clock),
  ...promptHandlers(session, clock),
  'search.messages': (input) => searchMessages(session.database, input, clock()),
  'context.estimate': (input) => estimateContext(session.database, session.counts, input),
  'context.transcript': (input) => previewTranscript(session.database, session.counts, input),
});
