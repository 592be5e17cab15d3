import { describe, expect, it } from 'vitest';
import { isSendKey } from '../../../renderer/ui/composing';

const press = {
  key: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 13,
};

describe('Enter in the message box', () => {
  it('sends', () => {
    expect(isSendKey(press)).toBe(true);
  });

  it('does not send when it ends a composition, in either order of events', () => {
    expect(isSendKey({ ...press, isComposing: true })).toBe(false);
    expect(isSendKey({ ...press, keyCode: 229 })).toBe(false);
  });

  it('does not send with Shift, nor any other key', () => {
    expect(isSendKey({ ...press, shiftKey: true })).toBe(false);
    expect(isSendKey({ ...press, key: 'a' })).toBe(false);
  });
});
