import { indentEdit, lineBreakEdit, markEdit, type Selected, type TextEdit } from './markdown-keys';

/** What of a key press counts. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/**
 * What a key does to Markdown in the message box; null: nothing, and it does what it always does.
 * @param tabLeaves true after Escape: Tab goes to the next field, wherever the caret is.
 */
export const keyEdit = (
  event: KeyPress,
  selected: Selected,
  platform: string,
  tabLeaves: boolean,
): TextEdit | null => {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  const isHeld = platform === 'darwin' ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (isHeld && !altKey && !shiftKey) return markEdit(selected, key.toLowerCase());
  if (altKey || ctrlKey || metaKey) return null;
  if (key === 'Enter' && shiftKey) return lineBreakEdit(selected);
  return key === 'Tab' && !tabLeaves ? indentEdit(selected, shiftKey) : null;
};
