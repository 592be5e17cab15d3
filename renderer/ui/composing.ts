/** The key code of a key press that an input method takes for itself. */
const KEY_CODE_OF_INPUT_METHOD = 229;

/**
 * True for a key press that belongs to an input method: Enter that ends a composition must not send.
 * `keyCode` is needed beside `isComposing`: in some browsers `compositionend` comes before the `keydown` that caused it.
 */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === KEY_CODE_OF_INPUT_METHOD;

/** True for the Enter that sends: without Shift, Alt, Ctrl or Meta, and not one of an input method. */
export const isSendKey = (
  event: Pick<
    KeyboardEvent,
    'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode'
  >,
): boolean =>
  event.key === 'Enter' &&
  !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) &&
  !isComposing(event);
