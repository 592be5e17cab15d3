import { messageTree } from './0001-message-tree';
import { chatCosts } from './0002-chat-costs';
import type { Migration } from './migration';

/** Every step in order. Append only: a step that was released is never changed. */
export const migrations: readonly Migration[] = [messageTree, chatCosts];
