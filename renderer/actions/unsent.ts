import type { WrittenRole } from '../../preload/contract/roles';
import { chooseRole } from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { editedId, typeName } from '../stores/names-store';
import { scheduleDraft } from './drafts';
import { scheduleEdit } from './edit-drafts';
import { scheduleEstimate } from './estimates';

/** Saves soon what changed beside a text that is not sent: of a chat's message box, or of a message's editor. */
export const scheduleUnsent = (key: string, chatId: string | null): void => {
  const messageId = editedId(key);
  if (messageId === null) scheduleDraft(chatId);
  else if (chatId !== null) scheduleEdit(chatId, messageId);
};

/** Takes what is typed as a name beside a text of the chat on screen; null puts the field away. */
export const enterName = (key: string, text: string | null): void => {
  typeName(key, text);
  scheduleUnsent(key, useConversation.getState().chatId);
};

/** Chooses whose message is typed in the chat on screen. */
export const takeRole = (role: WrittenRole): void => {
  const { chatId } = useConversation.getState();
  chooseRole(chatKey(chatId), role);
  scheduleDraft(chatId);
  // Each role costs what its name, or its template, costs.
  scheduleEstimate(0);
};
