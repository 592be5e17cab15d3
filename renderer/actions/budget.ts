import type { Message } from '../../preload/contract/history';
import { toAppError } from '../../preload/contract/result';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { useConversation } from '../stores/conversation-store';
import { askedModelId, useModels } from '../stores/models-store';
import { tell, tellError } from '../stores/notices-store';
import { useSpending } from '../stores/spending-store';
import { noteTokens } from '../stores/token-counts-store';
import { withMessage } from '../stores/transcript';
import { scheduleEstimate } from './estimates';

/** Pins a message in the context, or takes its pin away. */
export const pinMessage = async ({ chatId, id: messageId }: Message, pinned: boolean): Promise<void> => {
  try {
    const message = await request('message.pin', { chatId, messageId, pinned });
    if (useConversation.getState().chatId !== chatId) return;
    useConversation.setState(({ transcript }) => ({ transcript: withMessage(transcript, message) }));
    scheduleEstimate(0);
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Counts what a message takes in a prompt of the chat's model. */
export const countTokens = async ({ chatId, id: messageId }: Message): Promise<void> => {
  const { options } = useConversation.getState();
  const model = askedModelId(options.model, useModels.getState(), useApp.getState());
  try {
    noteTokens(messageId, model, await request('message.count', { chatId, messageId, options }));
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Reads what each month has cost. Without it nothing is shown: an error would only disturb. */
export const loadSpending = async (): Promise<void> => {
  const months = await request('spending.list', {}).catch(() => null);
  if (months !== null) useSpending.setState({ months });
};

/** Reads it again where it was shown before. */
export const refreshSpending = (): void => {
  if (useSpending.getState().months.length > 0) void loadSpending();
};

/** Tells why a request was refused; where messages would be left out, how to make it all the same. */
export const tellRefusal =
  (again: () => Promise<void>) =>
  (thrown: unknown): void => {
    const error = toAppError(thrown);
    if (error.code !== 'chat.wouldLeaveOut') {
      tellError(thrown);
      return;
    }
    const { chatId } = useConversation.getState();
    const sendWithout = async () => {
      if (chatId === null || useConversation.getState().chatId !== chatId) return;
      try {
        await request('context.leaveOutOnce', { chatId });
        await again();
      } catch (refused) {
        tellError(refused);
      }
    };
    tell({ kind: 'wouldLeaveOut', error, sendWithout: () => void sendWithout() });
  };
