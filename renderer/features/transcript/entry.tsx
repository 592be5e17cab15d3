import { memo } from 'react';
import type { TranscriptEntry } from '../../../preload/contract/history';
import { AnswerGroup } from '../compare/answer-group';
import { MessageArticle } from './message-article';
import styles from './transcript.module.css';

/** One place on the chat's path: a message, or several answers side by side, and the branches beside it. */
export const Entry = memo(({ entry }: { readonly entry: TranscriptEntry }) => {
  const { message, answers, siblingIds } = entry;
  if (answers.length > 1) {
    return (
      <div className={`${styles.entry} ${styles.several}`} data-count={Math.min(answers.length, 4)}>
        <AnswerGroup entry={entry} />
      </div>
    );
  }
  return (
    <div className={`${styles.entry} ${styles[message.role]}`}>
      <MessageArticle message={message} siblingIds={siblingIds} />
    </div>
  );
});
