import { beforeEach, describe, expect, it } from 'vitest';
import {
  boxOf,
  messageOf,
  pasteLongText,
  typeText,
  useComposer,
} from '../../../renderer/stores/composer-store';

const box = () => boxOf(useComposer.getState(), 'new');
const LONG = 'x'.repeat(200_001);

describe('the message box', () => {
  beforeEach(() => useComposer.setState({ boxes: {} }));

  it('does not hold a text that would freeze it, however it came there, and loses none of it', () => {
    typeText('new', LONG);
    expect(box()).toMatchObject({ text: '', pasted: LONG });
    expect(box().revision).toBeGreaterThan(0);
  });

  it('keeps the order of a dropped text and one that was pasted before', () => {
    pasteLongText('new', 'pasted');
    typeText('new', LONG);
    expect(messageOf(box())).toBe(`${LONG}\n\npasted`);
  });

  it('is not written to while the person types: the caret would jump', () => {
    typeText('new', 'a');
    typeText('new', 'ab');
    expect(box()).toEqual({ text: 'ab', pasted: '', revision: 0 });
  });
});
