import { describe, expect, it } from 'vitest';
import { clearSelection, selectTo, useSelection } from '../../../renderer/stores/selection-store';

const selected = () => [...useSelection.getState().ids];

describe('a stretch of chats selected with Shift', () => {
  it('begins at the chat on screen, and at the one that is clicked where that is not in the list', () => {
    clearSelection();
    selectTo('c', ['a', 'b', 'c', 'd'], 'a');
    expect(selected()).toEqual(['a', 'b', 'c']);
    clearSelection();
    selectTo('c', ['a', 'b', 'c', 'd'], 'in a folder that is closed');
    expect(selected()).toEqual(['c']);
    selectTo('d', ['a', 'b', 'c', 'd'], 'in a folder that is closed');
    expect(selected()).toEqual(['c', 'd']);
  });
});
