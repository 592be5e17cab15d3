import type { Message, ResultDraft } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { dropResults, resultOf, typeResult, useResults } from '../stores/results-store';
import { tellRefusal } from './budget';
import { debounced } from './debounced';
import { rereadChat } from './open-chat';
import { askTelling } from './turns';
import { saveTyped } from './unsaved-drafts';

const TYPING_PAUSE_MS = 300;

const pendingDraft = debounced();
let pendingKey = '';

/** Takes what the person typed as the result of a call, and saves it once the person pauses. */
export const keepResult = (chatId: string, draft: ResultDraft): void => {
  typeResult(draft);
  const key = `${draft.messageId} ${draft.callId}`;
  // Only one waits: another box's is saved now rather than forgotten.
  if (pendingKey !== key) pendingDraft.flush();
  pendingKey = key;
  const save = () => {
    const text = resultOf(useResults.getState(), draft.messageId, draft.callId);
    return request('chat.saveResultDraft', { chatId, ...draft, text });
  };
  pendingDraft.schedule(() => void saveTyped(key, save), TYPING_PAUSE_MS);
};

/** Saves what is typed as a result at once, if it is not saved yet. */
export const flushResult = pendingDraft.flush;

/** Sends what the calls of a reply gave. What was typed is forgotten only once main has written it down. */
export const sendResults = async (
  { chatId, id: messageId }: Message,
  callIds: readonly string[],
): Promise<void> => {
  const typed = useResults.getState();
  const results = callIds.map((callId) => ({ callId, text: resultOf(typed, messageId, callId) }));
  pendingDraft.cancel();
  // Where messages would be left out the results are written down all the same: only the reply is still to be asked for.
  const ask = askTelling(tellRefusal(() => askAtLeaf(chatId)));
  const opened = await ask(chatId, () => request('chat.sendToolResults', { chatId, messageId, results }));
  if (opened !== null) dropResults(messageId);
  // The results may have been written down although asking failed: then they stand there as messages.
  else await rereadChat(chatId);
};

const askAtLeaf = async (chatId: string): Promise<void> => {
  const { chat } = useConversation.getState();
  if (chat?.id === chatId && chat.leafId !== null) await askForReply({ chatId, id: chat.leafId });
};

/** Asks for a reply to a message that has none. */
export const askForReply = async (message: Pick<Message, 'chatId' | 'id'>): Promise<void> => {
  const { chatId, id: messageId } = message;
  const ask = askTelling(tellRefusal(() => askForReply(message)));
  await ask(chatId, () => request('chat.answer', { chatId, messageId }));
};
