import { useTranslation } from 'react-i18next';
import type { SentRequest } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import { errorText } from '../../i18n/error-text';
import { DialogFrame } from '../../ui/dialog-frame';
import { ReceivedPart } from './received-part';
import styles from './request.module.css';
import { SentPart } from './sent-part';
import { useAnswerRecord } from './use-answer-record';

interface RequestDialogProps {
  readonly message: Message;
  readonly sent: SentRequest;
  readonly onClose: () => void;
}

/** The exact request of an answer and what came. Mounted only while it is open. */
export const RequestDialog = ({ message, sent, onClose }: RequestDialogProps) => {
  const { t } = useTranslation();
  const { record, error } = useAnswerRecord(message);
  return (
    <DialogFrame
      title={t('request.title')}
      closeLabel={t('request.close')}
      className={styles.popup}
      onClose={onClose}
    >
      <div className={styles.body}>
        {error !== null && <p role="alert">{errorText(t, error).what}</p>}
        {record === null && error === null && <p role="status">{t('request.loading')}</p>}
        {record !== null && <SentPart message={message} sent={sent} record={record} />}
        {record !== null && <ReceivedPart message={message} record={record} />}
      </div>
    </DialogFrame>
  );
};
