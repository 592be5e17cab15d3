import { useTranslation } from 'react-i18next';
import type { AnswerRecord } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import { CopyJsonButton } from './copy-json-button';
import { factLines } from './fact-lines';
import { answerHead } from './head-lines';
import { JsonText } from './json-text';
import styles from './request.module.css';

interface ReceivedPartProps {
  readonly message: Message;
  readonly record: AnswerRecord;
}

/** What came: head, facts and message. */
export const ReceivedPart = ({ message: { answer }, record: { received } }: ReceivedPartProps) => {
  const { t, i18n } = useTranslation();
  if (answer === null) return null;
  return (
    <section className={styles.part} aria-label={t('request.received')}>
      <div className={styles.partHead}>
        <h3>{t('request.received')}</h3>
        {received !== null && <CopyJsonButton json={received} />}
      </div>
      <dl className={styles.facts}>
        {factLines(t, i18n.language, answer).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {answer.received !== null && <pre className={styles.wireHead}>{answerHead(answer.received)}</pre>}
      {received === null ? (
        <p className={styles.note}>{t('request.nothing')}</p>
      ) : (
        <JsonText label={t('request.receivedBody')} json={received} />
      )}
    </section>
  );
};
