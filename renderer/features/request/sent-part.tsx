import { useTranslation } from 'react-i18next';
import type { AnswerRecord, SentRequest } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import { CopyJsonButton } from './copy-json-button';
import { requestHead } from './head-lines';
import { JsonText } from './json-text';
import { RefusedNote } from './refused-note';
import styles from './request.module.css';

interface SentPartProps {
  readonly message: Message;
  readonly sent: SentRequest;
  readonly record: AnswerRecord;
}

/** How far what is shown can be trusted to be what went out. */
const noteOf = ({ message, sent, record }: SentPartProps) => {
  if (record.proven !== null) return record.proven ? 'request.proven' : 'request.differs';
  // After a crash nothing is known; a turn that ended in order and tells of no try made none.
  return sent.tries === null && message.status !== 'interrupted' ? 'request.notSent' : 'request.unproven';
};

/** What was sent: head and body. */
export const SentPart = (props: SentPartProps) => {
  const { t } = useTranslation();
  const { sent, record } = props;
  return (
    <section className={styles.part} aria-label={t('request.sent')}>
      <div className={styles.partHead}>
        <h3>{t('request.sent')}</h3>
        <CopyJsonButton json={record.sentBody} />
      </div>
      <pre className={styles.wireHead}>{requestHead(sent)}</pre>
      <JsonText label={t('request.sentBody')} json={record.sentBody} />
      <p className={styles.note}>{t(noteOf(props))}</p>
      <RefusedNote sent={sent} />
    </section>
  );
};
