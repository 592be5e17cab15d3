import type { ContextEstimate } from '../../preload/contract/context-estimate';
import type { Message } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { AppError } from '../../preload/contract/result';
import { Failure, toAppError } from '../../preload/contract/result';
import { request } from '../ipc/client';
import type { AnswerHead } from '../stores/answer-heads';
import { itemsOf, refsOf, useAttachments } from '../stores/attachments-store';
import { boxOf, messageOf, useComposer } from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { tellError } from '../stores/notices-store';
import { tellRefusal } from './budget';
import { chooseModel, setParams } from './options';
import { type Ask, askTelling, submitBox } from './turns';

type AskAll = (compare: readonly ChatOptions[]) => Promise<AppError | null>;

/**
 * Makes a way of asking that answers with what main had against it, or null. Where that would leave out messages the
 * person may let it be done, as with one request: the notice says so.
 */
const askingAll = (asked: (ask: Ask, compare: ChatOptions[]) => Promise<unknown>): AskAll => {
  const askAll: AskAll = async (compare) => {
    let refused: AppError | null = null;
    const again = async () => {
      const left = await askAll(compare);
      if (left !== null) tellError(new Failure(left.code, left.message, left.detail));
    };
    const ask = askTelling((thrown) => {
      const error = toAppError(thrown);
      if (error.code === 'chat.wouldLeaveOut') tellRefusal(again)(thrown);
      else refused = error;
    });
    await asked(ask, [...compare]);
    return refused;
  };
  return askAll;
};

/** Sends what is in the message box with each of these options. */
export const sendToAll: AskAll = askingAll((ask, compare) =>
  submitBox(ask, (message) => request('chat.send', { ...message, compare })),
);

/** Asks an answer's question again with each of these options. */
export const askAllAgain = ({ chatId, id: messageId }: Message): AskAll =>
  askingAll((ask, compare) => ask(chatId, () => request('chat.regenerate', { chatId, messageId, compare })));

/** What asking with these options would take; null when it cannot be counted. */
export const estimateVariant = (
  options: ChatOptions,
  again: Message | null,
): Promise<ContextEstimate | null> => {
  const { chatId } = useConversation.getState();
  const key = chatKey(chatId);
  const asked =
    again === null
      ? {
          text: messageOf(boxOf(useComposer.getState(), key)),
          ...refsOf(itemsOf(useAttachments.getState(), key)),
        }
      : { text: '', answerId: again.id };
  return request('chat.estimate', { chatId, options, ...asked }).catch(() => null);
};

/** What the newest comparison of the chat on screen was asked with; empty where there is none. */
export const readLastComparison = async (): Promise<readonly ChatOptions[]> => {
  const { chatId } = useConversation.getState();
  return chatId === null ? [] : request('chat.lastComparison', { chatId }).catch(() => []);
};

/** Makes what sets an answer apart from those beside it the chat's own: its model, or its settings. */
export const goOnLike = ({ model, settings }: AnswerHead): void => {
  if (model !== null) chooseModel(model);
  if (settings.length === 0) return;
  const { params } = useConversation.getState().options;
  const named = new Set<string>(settings.map(({ name }) => name));
  const kept = Object.entries(params).filter(([name]) => !named.has(name));
  const own = settings.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]);
  setParams(Object.fromEntries([...kept, ...own]));
};

/** Messages of a chat, wherever in its tree; none when they cannot be read, which is told. */
export const readMessages = async (
  chatId: string,
  messageIds: readonly string[],
): Promise<readonly Message[]> => {
  try {
    return await request('chat.messages', { chatId, messageIds: [...messageIds] });
  } catch (thrown) {
    tellError(thrown);
    return [];
  }
};
