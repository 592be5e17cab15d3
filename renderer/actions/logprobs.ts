import type { Message } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { tellError } from '../stores/notices-store';
import { askTelling } from './turns';

const ask = askTelling(tellError);

/** Goes on from another beginning of a reply, as a branch beside it. */
export const branchWith = async ({ chatId, id: messageId }: Message, text: string): Promise<void> => {
  await ask(chatId, () => request('chat.branchText', { chatId, messageId, text }));
};
