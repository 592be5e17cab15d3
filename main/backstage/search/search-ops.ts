import type { OpenedChat } from '../../../preload/contract/history';
import type { ChatFinds, SearchInput, SearchPage } from '../../../preload/contract/search';
import type { Op } from '../op';

/** The operations of search, and those that go to what was found. */
export interface SearchOps {
  /**
   * A chat with the stretch of its path around a message. Where the message is on another branch the chat goes along that
   * one from now on, except in a history that is only read: then only `chat.leafId` of the answer does. Errors:
   * `history.notFound`.
   */
  readonly 'chat.openAt': Op<
    { readonly chatId: string; readonly messageId: string; readonly limit: number },
    OpenedChat
  >;
  /** The messages on the path to `leafId` that hold a text. A newer call ends this one early. */
  readonly 'chat.find': Op<
    { readonly chatId: string; readonly leafId: string; readonly text: string },
    ChatFinds
  >;
  /** Never an error for what the query is. */
  readonly 'search.messages': Op<SearchInput, SearchPage>;
}
