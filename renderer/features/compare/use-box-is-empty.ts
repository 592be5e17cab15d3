import { boxOf, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';

/** True while there is nothing in the message box that could be sent. */
export const useBoxIsEmpty = (): boolean => {
  const key = useConversation(({ chatId }) => chatKey(chatId));
  return useComposer((state) => {
    const { text, pasted } = boxOf(state, key);
    return pasted === '' && text.trim() === '';
  });
};
