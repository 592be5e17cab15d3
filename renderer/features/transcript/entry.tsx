import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranscriptEntry } from '../../../preload/contract/history';
import { selectBranch } from '../../actions/turns';
import { Button } from '../../ui/button';
import { MessageArticle } from './message-article';
import styles from './transcript.module.css';

const Answers = ({ entry }: { readonly entry: TranscriptEntry }) => {
  const { t } = useTranslation();
  const { answers, message, siblingIds } = entry;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={t('transcript.answers')} className={styles.answers}>
      {answers.map((answer, index) => (
        <div key={answer.id} className={`${styles.answer} ${answer.id === message.id ? styles.chosen : ''}`}>
          <p className={styles.answerHead}>
            {t('transcript.answerOf', { index: index + 1, count: answers.length })}
          </p>
          <MessageArticle message={answer} siblingIds={answer.id === message.id ? siblingIds : []} />
          {answer.id !== message.id && (
            <Button className={styles.useAnswer} onClick={() => void selectBranch(answer.chatId, answer.id)}>
              {t('transcript.useAnswer')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
};

/** One place on the chat's path: a message, or the several answers to one request, and the branches beside it. */
export const Entry = memo(({ entry }: { readonly entry: TranscriptEntry }) => {
  const { message, answers, siblingIds } = entry;
  return (
    <div className={`${styles.entry} ${styles[message.role]}`}>
      {answers.length > 1 ? (
        <Answers entry={entry} />
      ) : (
        <MessageArticle message={message} siblingIds={siblingIds} />
      )}
    </div>
  );
});
