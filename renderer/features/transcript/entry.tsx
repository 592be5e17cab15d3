import { memo } from 'react';
import type { TranscriptEntry } from '../../../preload/contract/history';
import { AnswerGroup } from '../compare/answer-group';
import { MessageArticle, type Place } from './message-article';
import styles from './transcript.module.css';

interface EntryProps extends Place {
  readonly entry: TranscriptEntry;
}

/** One place on the chat's path: a message, or several answers side by side, and the branches beside it. */
export const Entry = memo(({ entry, position, count }: EntryProps) => {
  const { message, answers, siblingIds } = entry;
  if (answers.length > 1) {
    return (
      <div className={`${styles.entry} ${styles.several}`} data-count={Math.min(answers.length, 4)}>
        <AnswerGroup entry={entry} position={position} count={count} />
      </div>
    );
  }
  return (
    <div className={`${styles.entry} ${styles[message.role]}`}>
      <MessageArticle message={message} siblingIds={siblingIds} position={position} count={count} />
    </div>
  );
});
