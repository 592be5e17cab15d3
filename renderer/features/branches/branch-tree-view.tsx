import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from '../../../preload/contract/branches';
import { BranchLine } from './branch-line';
import { type BranchRow, openRows, stepOf } from './branch-tree';
import styles from './branches.module.css';
import { useBeginnings } from './use-beginnings';

/** As the style sheet has it, in pixels. */
const ROW_HEIGHT = 46;
/** Rows beyond the visible ones. */
const MARGIN_ROWS = 8;

interface BranchTreeProps {
  readonly chatId: string;
  readonly rows: readonly BranchRow[];
  readonly onGo: (branch: Branch) => void;
}

const endOfPath = (rows: readonly BranchRow[]): number =>
  Math.max(
    rows.findLastIndex(({ branch }) => branch.isOnPath),
    0,
  );

/** Which rows are on the screen or near it, from `first` up to but without `last`. The active one is brought into view. */
const useVisibleRows = (scroller: RefObject<HTMLDivElement | null>, active: number, count: number) => {
  const [view, setView] = useState({ top: 0, height: 480 });
  const look = () => {
    const { scrollTop: top = 0, clientHeight: height = 480 } = scroller.current ?? {};
    setView({ top, height });
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const top = active * ROW_HEIGHT;
    const lowest = top + ROW_HEIGHT - element.clientHeight;
    element.scrollTop = Math.min(top, Math.max(lowest, element.scrollTop));
    setView({ top: element.scrollTop, height: element.clientHeight });
  }, [scroller, active]);
  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - MARGIN_ROWS);
  const last = Math.min(count, Math.ceil((view.top + view.height) / ROW_HEIGHT) + MARGIN_ROWS);
  return { first, last, look };
};

/** The tree itself. Only what can be seen of it is on the page, however many branches there are. */
export const BranchTree = ({ chatId, rows, onGo }: BranchTreeProps) => {
  const { t } = useTranslation();
  const treeId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const shown = useMemo(() => openRows(rows, closed), [rows, closed]);
  const [active, setActive] = useState(() => endOfPath(rows));
  const activePlace = shown[active]?.place;
  const { first, last, look } = useVisibleRows(scroller, active, shown.length);
  const visible = useMemo(() => shown.slice(first, last), [shown, first, last]);
  const texts = useBeginnings(chatId, visible);
  useEffect(() => scroller.current?.focus(), []);
  const setOpen = (place: number, open: boolean) => {
    const next = new Set(closed);
    if (open) next.delete(place);
    else next.add(place);
    setClosed(next);
    const now = openRows(rows, next);
    const at = now.findIndex((row) => row.place === shown[active]?.place);
    setActive(at < 0 ? now.findIndex((row) => row.place === place) : at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = shown[active];
    const step = stepOf(shown, active, closed, event.key);
    // Enter would press the button that gets the focus back.
    if (step !== null || event.key === 'Enter') event.preventDefault();
    if (event.key === 'Enter' && row !== undefined) onGo(row.branch);
    if (typeof step === 'number') setActive(step);
    else if (step !== null && row !== undefined) setOpen(row.place, step === 'open');
  };
  return (
    <div
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label={t('branches.title')}
      aria-activedescendant={activePlace === undefined ? undefined : `${treeId}-${activePlace}`}
      className={styles.tree}
      onScroll={look}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.room} style={{ height: `${shown.length * ROW_HEIGHT}px` }}>
        {visible.map((row, index) => (
          <BranchLine
            key={row.branch.id}
            id={`${treeId}-${row.place}`}
            row={row}
            top={(first + index) * ROW_HEIGHT}
            text={texts.get(row.branch.id)}
            isActive={row.place === activePlace}
            isOpen={!closed.has(row.place)}
            onOpen={(open) => setOpen(row.place, open)}
            onGo={() => onGo(row.branch)}
          />
        ))}
      </div>
    </div>
  );
};
