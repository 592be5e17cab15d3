import { FileDiff, Square } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, TranscriptEntry } from '../../../preload/contract/history';
import { goOnLike } from '../../actions/compare';
import { selectBranch, stopReply } from '../../actions/turns';
import type { AnswerHead } from '../../stores/answer-heads';
import { answerHeads } from '../../stores/answer-heads';
import { useConversation } from '../../stores/conversation-store';
import { useAskedModelId } from '../../stores/models-store';
import { messageText } from '../../stores/transcript';
import { focusMessageBox } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { MessageArticle, type Place } from '../transcript/message-article';
import styles from './columns.module.css';
import { headText } from './head-text';

const DiffDialog = lazy(async () => ({ default: (await import('./diff-dialog')).DiffDialog }));

/** True while the chat would be answered with another model or another setting than this answer was. */
const useIsOther = ({ model, settings }: AnswerHead): boolean => {
  const asked = useAskedModelId();
  const hasOther = useConversation(({ options }) =>
    settings.some(({ name, value }) => JSON.stringify(value) !== JSON.stringify(options.params[name])),
  );
  return hasOther || (model !== null && model !== asked);
};

interface ColumnFootProps {
  readonly answer: Message;
  readonly head: AnswerHead;
  readonly isChosen: boolean;
}

const InUse = ({ head }: Pick<ColumnFootProps, 'head'>) => {
  const { t } = useTranslation();
  const isOther = useIsOther(head);
  const keep = () => {
    goOnLike(head);
    focusMessageBox();
  };
  return (
    <>
      <span className={styles.inUse}>{t('compare.inUse')}</span>
      {isOther && (
        <Button onClick={keep}>{t(head.model === null ? 'compare.keepSetting' : 'compare.keepModel')}</Button>
      )}
    </>
  );
};

/** What can be done with one of the answers; below its text, where a reader who follows it is. */
const ColumnFoot = ({ answer, head, isChosen }: ColumnFootProps) => {
  const { t } = useTranslation();
  const canStop = answer.status === 'streaming' && Boolean(answer.answer?.comparisonId);
  const use = async () => {
    await selectBranch(answer.chatId, answer.id);
    focusMessageBox();
  };
  const stop = () => {
    void stopReply(answer.chatId, answer.id);
    focusMessageBox();
  };
  return (
    <div className={styles.columnFoot}>
      {isChosen ? (
        <InUse head={head} />
      ) : (
        <Button onClick={() => void use()}>{t('transcript.useAnswer')}</Button>
      )}
      {canStop && (
        <Button look="quiet" icon={<Square size={11} fill="currentColor" aria-hidden />} onClick={stop}>
          {t('compare.stopThis')}
        </Button>
      )}
    </div>
  );
};

interface ColumnProps extends ColumnFootProps, Place {
  readonly name: string;
  readonly siblingIds: readonly string[];
}

const Column = ({ name, siblingIds, position, count, ...column }: ColumnProps) => {
  const { answer, isChosen } = column;
  return (
    <section
      aria-label={name}
      aria-current={isChosen ? 'true' : undefined}
      className={`${styles.column} ${isChosen ? styles.chosen : ''}`}
    >
      <h2 title={name} className={styles.columnHead}>
        {name}
      </h2>
      <MessageArticle
        message={answer}
        siblingIds={isChosen ? siblingIds : []}
        position={position}
        count={count}
      />
      <ColumnFoot {...column} />
    </section>
  );
};

interface AnswerGroupProps extends Place {
  readonly entry: TranscriptEntry;
}

/** Several answers to one question, side by side, one of which the conversation goes on from. */
export const AnswerGroup = ({ entry, ...place }: AnswerGroupProps) => {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const { answers, message, siblingIds } = entry;
  const heads = answerHeads(answers);
  const columns = heads.map((head, at) => ({ head, name: headText(t, head, at, answers.length) }));
  const texts = () =>
    answers.map((answer, at) => ({
      id: answer.id,
      name: columns[at]?.name ?? '',
      text: messageText(answer),
    }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={t('transcript.answers')} className={styles.group}>
      <div className={styles.columns}>
        {answers.map((answer, at) => {
          const column = columns[at];
          return (
            column !== undefined && (
              <Column
                key={answer.id}
                answer={answer}
                isChosen={answer.id === message.id}
                siblingIds={siblingIds}
                {...column}
                {...place}
              />
            )
          );
        })}
      </div>
      <Button
        look="quiet"
        className={styles.compareAnswers}
        icon={<FileDiff size={14} aria-hidden />}
        aria-haspopup="dialog"
        disabled={answers.some(({ status }) => status === 'streaming')}
        onClick={() => setComparing(true)}
      >
        {t('compare.answers')}
      </Button>
      {comparing && (
        <Suspense>
          <DiffDialog title={t('compare.answers')} texts={texts()} onClose={() => setComparing(false)} />
        </Suspense>
      )}
    </div>
  );
};
