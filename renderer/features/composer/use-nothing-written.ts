import { itemsOf, useAttachments } from '../../stores/attachments-store';
import { boxOf, useComposer } from '../../stores/composer-store';

/** True when there is nothing to send: no text and nothing beside it. */
export const useNothingWritten = (key: string): boolean => {
  const noText = useComposer((state) => {
    const { text, pasted } = boxOf(state, key);
    return pasted === '' && text.trim() === '';
  });
  const nothingBeside = useAttachments((state) => itemsOf(state, key).length === 0);
  return noText && nothingBeside;
};
