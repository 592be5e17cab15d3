import type { ChatOptions } from '../../preload/contract/parameters';

/** Chats whose next turn may leave out messages although their rule is to ask. */
export interface LeaveOutOnce {
  readonly allow: (chatId: string) => void;
  readonly forget: (chatId: string) => void;
  /** The options of a turn as the person has decided; what was allowed is used up. */
  readonly decide: (chatId: string | null, options: ChatOptions) => ChatOptions;
  /** The same for all requests of one comparison. */
  readonly decideAll: (chatId: string | null, variants: readonly ChatOptions[]) => readonly ChatOptions[];
}

const withoutAsking = (options: ChatOptions): ChatOptions => {
  const { contextRule: _asks, ...params } = options.params;
  return { ...options, params };
};

/** Notes what the person has allowed, for one turn each. */
export const createLeaveOutOnce = (): LeaveOutOnce => {
  const allowed = new Set<string>();
  const isAllowed = (chatId: string | null): boolean => chatId !== null && allowed.delete(chatId);
  return {
    allow: (chatId) => {
      allowed.add(chatId);
    },
    forget: (chatId) => {
      allowed.delete(chatId);
    },
    decide: (chatId, options) => (isAllowed(chatId) ? withoutAsking(options) : options),
    decideAll: (chatId, variants) => (isAllowed(chatId) ? variants.map(withoutAsking) : variants),
  };
};
