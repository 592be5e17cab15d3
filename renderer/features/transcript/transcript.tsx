import { ArrowDown } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { loadStretch } from '../../actions/open-at';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { entryAt, type Transcript as Loaded } from '../../stores/transcript';
import { Button } from '../../ui/button';
import { SentFromLine } from '../budget/sent-from-line';
import { useFoundMarks } from '../search/use-found-marks';
import { useGoToPlace } from '../search/use-go-to-place';
import { Row } from './row';
import type { RowHeights } from './row-heights';
import { type RowRange, runsOf } from './row-range';
import type { RowView } from './row-view';
import styles from './transcript.module.css';
import { useKeptRows } from './use-kept-rows';
import { useReadingPlace, useStartPlace } from './use-reading-place';
import { useRows } from './use-rows';

/** Rows loaded beyond those that are mounted. */
const AHEAD = 12;

/** Loads what is mounted, or soon will be. */
const useLoading = (transcript: Loaded, range: RowRange): void => {
  const latest = useRef(range);
  useEffect(() => {
    const { first, end } = range;
    latest.current = range;
    const from = Math.max(0, first - AHEAD);
    const places = Array.from(
      { length: Math.min(end + AHEAD, transcript.length) - from },
      (_, at) => from + at,
    );
    const missing = places.filter((at) => entryAt(transcript, at) === undefined);
    const [start] = missing;
    const last = missing.at(-1);
    if (start === undefined || last === undefined) return;
    const isWanted = () => latest.current.first <= last && start < latest.current.end + AHEAD;
    void loadStretch({ from: start, to: last + 1, isWanted });
  }, [transcript, range]);
};

interface SpaceProps {
  readonly heights: RowHeights;
  readonly from: number;
  readonly to: number;
}

/** Stands for rows that are not mounted. */
const Space = ({ heights, from, to }: SpaceProps) => {
  const height = heights.top(to) - heights.top(from);
  return height > 0 && <div aria-hidden className={styles.space} style={{ height }} />;
};

/** Rows from the first one that came since the chat was opened are new, as long as they stay mounted. */
const useOldCount = (count: number, isAway: boolean): number => {
  const old = useRef(count);
  if (isAway || count < old.current) old.current = count;
  return old.current;
};

/** Goes to the end when the reader is sent there. */
const useEndCalls = (view: RowView): void => {
  const calls = useConversation(({ endCalls }) => endCalls);
  const done = useRef(calls);
  useEffect(() => {
    if (calls !== done.current) view.goToEnd();
    done.current = calls;
  }, [calls, view]);
};

const Rows = () => {
  const { t } = useTranslation();
  const { transcript, estimate } = useConversation();
  const { length } = transcript;
  const { scroller, content, view, range, isAway, onScroll } = useRows(length, useStartPlace(), null);
  const kept = useKeptRows(content);
  const runs = runsOf(range, kept, length);
  const oldCount = useOldCount(length, isAway);
  useLoading(transcript, range);
  useGoToPlace(scroller, content, view, range);
  useFoundMarks(content);
  useReadingPlace(view, scroller);
  useEndCalls(view);
  const line = (at: number) =>
    estimate !== null && entryAt(transcript, at)?.message.id === estimate.sentFromId ? estimate : null;
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={onScroll}
        onWheel={({ deltaY }) => {
          if (deltaY < 0) view.sticks = false;
        }}
      >
        <div ref={content} role="log" aria-label={t('transcript.title')} className={styles.column}>
          {runs.map(({ first, end }, index) => (
            <Fragment key={first === range.first ? 'range' : first}>
              <Space heights={view.heights} from={runs[index - 1]?.end ?? 0} to={first} />
              {Array.from({ length: end - first }, (_, nth) => first + nth).map((at) => (
                <Row
                  key={at}
                  at={at}
                  count={length}
                  entry={entryAt(transcript, at)}
                  height={view.heights.at(at)}
                  estimate={line(at)}
                  isOld={at < oldCount}
                />
              ))}
            </Fragment>
          ))}
          <Space heights={view.heights} from={runs.at(-1)?.end ?? 0} to={length} />
          {estimate !== null && estimate.omittedCount > 0 && estimate.sentFromId === null && (
            <SentFromLine estimate={estimate} />
          )}
        </div>
      </div>
      {isAway && (
        <Button
          className={styles.jump}
          icon={<ArrowDown size={14} aria-hidden />}
          onClick={() => view.goToEnd()}
        >
          {t('transcript.jumpToLatest')}
        </Button>
      )}
    </div>
  );
};

/** The messages of the chat on screen. */
export const Transcript = () => {
  const key = useConversation(
    ({ chatId, phase, transcript }) => `${chatKey(chatId)} ${transcript.length > 0 || phase === 'ready'}`,
  );
  return <Rows key={key} />;
};
