import { chatKey, useConversation } from '../../stores/conversation-store';
import { NameButton } from '../names/name-button';
import { NameField } from '../names/name-field';

const useKey = (): string => useConversation(({ chatId }) => chatKey(chatId));

/** The name of who speaks in the message that is typed, where it has one. */
export const ComposerName = () => <NameField nameKey={useKey()} />;

/** Gives the message that is typed a name. */
export const ComposerNameButton = () => <NameButton nameKey={useKey()} />;
