import type { TextEdit } from './markdown-keys';

/** Changes a text box as if it were typed: it can be undone, and whoever listens to what is typed is told. */
export const editBox = (box: HTMLTextAreaElement, { from, to, insert, start, end }: TextEdit): void => {
  box.focus();
  box.setSelectionRange(from, to);
  // Deprecated, and the only way to a change of a text box that its own undo knows of.
  if (insert !== '') document.execCommand('insertText', false, insert);
  else if (from !== to) document.execCommand('delete');
  box.setSelectionRange(start, end);
};

/** Puts a text in the place of a stretch, with the caret behind it. */
export const putInBox = (box: HTMLTextAreaElement, from: number, to: number, insert: string): void => {
  const end = from + insert.length;
  editBox(box, { from, to, insert, start: end, end });
};
