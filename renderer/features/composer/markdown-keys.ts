/** A text and what is chosen in it, in UTF-16 code units. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A change of a text: what is put in the place of a stretch, and what is chosen afterwards. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

const marks = { b: '**', i: '*', e: '`' } as const;

const hasAround = ({ text, start, end }: Selected, mark: string): boolean => {
  if (text.slice(start - mark.length, start) !== mark || text.slice(end, end + mark.length) !== mark)
    return false;
  // Bold is no italic: its two stars are not one and one.
  return mark !== '*' || text.charAt(start - 2) !== '*' || text.charAt(start - 3) === '*';
};

/** Puts a mark around what is chosen, or takes it away where it is there already. */
const toggleMark = (selected: Selected, mark: string): TextEdit => {
  const { text, start, end } = selected;
  const chosen = text.slice(start, end);
  const { length } = mark;
  if (hasAround(selected, mark))
    return {
      from: start - length,
      to: end + length,
      insert: chosen,
      start: start - length,
      end: end - length,
    };
  return { from: start, to: end, insert: mark + chosen + mark, start: start + length, end: end + length };
};

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text);

/** `[chosen]()` with the caret where the address goes; of an address the text is asked for. */
const makeLink = ({ text, start, end }: Selected): TextEdit => {
  const chosen = text.slice(start, end);
  const insert = isAddress(chosen) ? `[](${chosen})` : `[${chosen}]()`;
  const caret = isAddress(chosen) ? start + 1 : start + insert.length - 1;
  return { from: start, to: end, insert, start: caret, end: caret };
};

/** What Ctrl (or Cmd) with a letter does to what is chosen; null: nothing, also where nothing is chosen. */
export const markEdit = (selected: Selected, key: string): TextEdit | null => {
  if (selected.start === selected.end) return null;
  if (key === 'k') return makeLink(selected);
  return key === 'b' || key === 'i' || key === 'e' ? toggleMark(selected, marks[key]) : null;
};

const lineAt = (text: string, at: number): { readonly from: number; readonly line: string } => {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { from, line: text.slice(from, end === -1 ? text.length : end) };
};

/** Indent, then a bullet or a number, then perhaps a box to tick; or the sign of a quotation. */
const ITEM = /^(\s*)(?:([-*+]|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?|(>) ?)/;

const nextMarker = ([
  ,
  indent = '',
  bullet = '',
  number,
  dot = '',
  gap = '',
  box,
  quote,
]: RegExpExecArray) => {
  if (quote !== undefined) return `${indent}> `;
  const sign = number === undefined ? bullet : `${Number(number) + 1}${dot}`;
  return `${indent}${sign}${gap}${box === undefined ? '' : '[ ] '}`;
};

/** What a line break does inside a list or a quotation: the next item, or its end where the item is empty. Null: nothing more. */
export const lineBreakEdit = ({ text, start, end }: Selected): TextEdit | null => {
  if (start !== end) return null;
  const { from, line } = lineAt(text, start);
  const item = ITEM.exec(line);
  if (item === null || start < from + item[0].length) return null;
  if (line.trim() === item[0].trim())
    return { from, to: from + line.length, insert: '', start: from, end: from };
  const insert = `\n${nextMarker(item)}`;
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length };
};

const INDENT = '  ';

/** Whether a place is between the lines that begin and end a block of code. */
const isInCode = (text: string, at: number): boolean => {
  const fences = text.slice(0, lineAt(text, at).from).match(/^ {0,3}(```|~~~)/gm);
  return (fences?.length ?? 0) % 2 === 1;
};

/** Moves the chosen lines in or out, inside a list or a block of code only: elsewhere (null) Tab goes to the next field. */
export const indentEdit = (selected: Selected, outwards: boolean): TextEdit | null => {
  const { text, start, end } = selected;
  const { from } = lineAt(text, start);
  const last = lineAt(text, end);
  const to = last.from + last.line.length;
  const lines = text.slice(from, to).split('\n');
  if (!isInCode(text, start) && !ITEM.test(lines[0] ?? '')) return null;
  const moved = lines.map((line) => (outwards ? line.replace(/^(?: {1,2}|\t)/, '') : INDENT + line));
  const insert = moved.join('\n');
  const first = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  return {
    from,
    to,
    insert,
    start: Math.max(from, start + first),
    end: Math.max(from, end + insert.length - (to - from)),
  };
};
