import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { noteSeen } from '../../actions/near-reader';
import { loadStretch } from '../../actions/open-at';
import { useApp } from '../../stores/app-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { entryAt, type Transcript as Loaded } from '../../stores/transcript';
import { SentFromLine } from '../budget/sent-from-line';
import { useFoundMarks } from '../search/use-found-marks';
import { useGoToPlace } from '../search/use-go-to-place';
import { JumpButton } from './jump-button';
import { RowList } from './row-list';
import { type RowRange, runsOf } from './row-range';
import type { RowView } from './row-view';
import { SelectedBar } from './selected-bar';
import styles from './transcript.module.css';
import { useCopiedMarkdown } from './use-copied-markdown';
import { useKeptEntries } from './use-kept-entries';
import { useKeptFocus } from './use-kept-focus';
import { useKeptRows } from './use-kept-rows';
import { useMessageKeys } from './use-message-keys';
import { useReadingPlace, useStartPlace } from './use-reading-place';
import { useRows } from './use-rows';
import { useSelectAll } from './use-select-all';

/** Rows loaded beyond those that are mounted. */
const AHEAD = 12;

/** Loads what is mounted, or soon will be. */
const useLoading = (transcript: Loaded, range: RowRange): void => {
  const latest = useRef(range);
  useEffect(() => {
    const { first, end } = range;
    latest.current = range;
    const from = Math.max(0, first - AHEAD);
    const to = Math.min(end + AHEAD, transcript.length);
    noteSeen(from, to);
    const places = Array.from({ length: to - from }, (_, nth) => from + nth);
    const missing = places.filter((at) => entryAt(transcript, at) === undefined);
    const [start] = missing;
    const last = missing.at(-1);
    if (start === undefined || last === undefined) return;
    const isWanted = () => latest.current.first <= last && start < latest.current.end + AHEAD;
    void loadStretch({ from: start, to: last + 1, isWanted });
  }, [transcript, range]);
};

/** Rows from the first one that came since the chat was opened are new, as long as they stay mounted. */
const useOldCount = (count: number, isAway: boolean): number => {
  const old = useRef(count);
  if (isAway || count < old.current) old.current = count;
  return old.current;
};

/** The row of the reply that is being written, where its start is to stay in view. */
const useStartRow = ({ entries, length }: Loaded): number | null => {
  const isWanted = useApp(({ settings }) => settings.replyView === 'start');
  return isWanted && entries.at(-1)?.message.status === 'streaming' ? length - 1 : null;
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

/** Where the focus is put on its way out of the transcript: it stands in no way otherwise. */
const Edge = ({ side }: { readonly side: 'before' | 'after' }) => (
  <span tabIndex={-1} data-edge={side} className={styles.edge} />
);

const Rows = () => {
  const { t } = useTranslation();
  const { transcript, estimate } = useConversation();
  const { length } = transcript;
  const { scroller, content, view, range, isAway, onScroll } = useRows(
    length,
    useStartPlace(),
    useStartRow(transcript),
  );
  const kept = useKeptRows(content);
  const entryOf = useKeptEntries(transcript, kept);
  const runs = runsOf(range, kept, length);
  const oldCount = useOldCount(length, isAway);
  useLoading(transcript, range);
  useGoToPlace(scroller, content, view, range);
  useFoundMarks(content);
  useCopiedMarkdown(content);
  const { isAll, clear } = useSelectAll(scroller);
  useReadingPlace(view, scroller);
  useMessageKeys(scroller, view, length);
  useKeptFocus(scroller);
  useEndCalls(view);
  return (
    <div className={styles.frame}>
      <Edge side="before" />
      {isAll && <SelectedBar count={length} onClose={clear} />}
      <div
        ref={scroller}
        className={styles.scroller}
        data-selected={isAll || undefined}
        onScroll={onScroll}
        onWheel={({ deltaY }) => {
          if (deltaY < 0) view.sticks = false;
        }}
      >
        <div ref={content} role="log" aria-label={t('transcript.title')} className={styles.column}>
          <RowList
            runs={runs}
            count={length}
            heights={view.heights}
            entryOf={entryOf}
            estimate={estimate}
            oldCount={oldCount}
          />
          {estimate !== null && estimate.omittedCount > 0 && estimate.sentFromId === null && (
            <SentFromLine estimate={estimate} />
          )}
        </div>
      </div>
      <Edge side="after" />
      {isAway && <JumpButton onJump={() => view.goToEnd()} />}
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
