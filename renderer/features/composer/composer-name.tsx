import { useEffect } from 'react';
import { scheduleEstimate } from '../../actions/estimates';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { useNames } from '../../stores/names-store';
import { NameButton } from '../names/name-button';
import { NameField } from '../names/name-field';

const TYPING_PAUSE_MS = 300;

const useKey = (): string => useConversation(({ chatId }) => chatKey(chatId));

/** The name of who speaks in the message that is typed, where it has one. */
export const ComposerName = () => {
  const key = useKey();
  const name = useNames(({ texts }) => texts[key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a name costs tokens
  useEffect(() => scheduleEstimate(TYPING_PAUSE_MS), [name]);
  return <NameField nameKey={key} />;
};

/** Gives the message that is typed a name. */
export const ComposerNameButton = () => <NameButton nameKey={useKey()} />;
