import { includes, type RowRange } from '../transcript/row-range';

/** How high a row of a list of chats is, and the name of a group above some rows; in CSS pixels. */
export interface RowSizes {
  readonly row: number;
  readonly heading: number;
}

/** The rows of a list: how many, and which of them stand below the name of a group, in order. */
interface ListRows {
  readonly count: number;
  readonly headed: readonly number[];
  readonly sizes: RowSizes;
}

/** What is seen of a list: from how far below its top, and how much. In CSS pixels; `top` is negative above it. */
interface ListView {
  readonly top: number;
  readonly height: number;
}

/** Mounted above and below what is seen, in heights of the view: a list of three screens stands there whole. */
const MARGIN = 2;
/** What is left of that before other rows are mounted. */
const LEAST_MARGIN = 0.25;

const NONE: RowRange = { first: 0, end: 0 };

/** Where a row begins, in CSS pixels below the top of its list. */
export const rowTop = ({ headed, sizes }: Pick<ListRows, 'headed' | 'sizes'>, at: number): number =>
  at * sizes.row + headed.filter((each) => each < at).length * sizes.heading;

/** The row at a distance in CSS pixels below the top of its list; the first or last where there is none. */
export const rowAt = (rows: ListRows, distance: number): number => {
  const { count, headed, sizes } = rows;
  const passed = headed.filter((at) => rowTop(rows, at) + sizes.heading <= distance).length;
  const at = Math.floor((distance - passed * sizes.heading) / sizes.row);
  return Math.max(0, Math.min(at, headed[passed] ?? count - 1, count - 1));
};

const rowsWithin = (rows: ListRows, { top, height }: ListView, margin: number): RowRange => {
  const [from, to] = [top - margin * height, top + height + margin * height];
  if (to <= 0 || from >= rowTop(rows, rows.count)) return NONE;
  return { first: rowAt(rows, from), end: rowAt(rows, to) + 1 };
};

const lengthOf = ({ first, end }: RowRange): number => end - first;

/** The rows to mount when these are: the same as long as they do. */
export const nextRows = (rows: ListRows, view: ListView, mounted: RowRange): RowRange => {
  const wanted = rowsWithin(rows, view, MARGIN);
  const isEnough = includes(mounted, rowsWithin(rows, view, LEAST_MARGIN)) && mounted.end <= rows.count;
  const isTooMuch = lengthOf(mounted) > 2 * lengthOf(wanted);
  return isEnough && !isTooMuch ? mounted : wanted;
};
