/** A start with it, by keys of the desktop's own for example, opens the small window for a quick question. */
export const QUICK_SWITCH = '--quick-ask';

/** A start with it shows a new chat. */
export const NEW_CHAT_SWITCH = '--new-chat';
