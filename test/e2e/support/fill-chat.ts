import type { Page } from '@playwright/test';
import type { Bridge } from '../../../preload/contract/bridge';

declare const parlance: Bridge;

/** Writes a chat of these texts, by turns of user and assistant, through the page's own requests. Answers with its id. */
export const fillChat = (page: Page, texts: readonly string[]): Promise<string> =>
  page.evaluate(async (all) => {
    let chatId: string | null = null;
    for (const [index, text] of all.entries()) {
      const added = await parlance.request['chat.addMessage']({
        chatId,
        role: index % 2 === 0 ? 'user' : 'assistant',
        text,
        options: { model: 'gpt-4o-mini', params: {} },
      });
      if (!added.ok) throw new Error(added.error.code);
      chatId = added.value.chat.id;
    }
    if (chatId === null) throw new Error('Nothing to write');
    return chatId;
  }, texts);
