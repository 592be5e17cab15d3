import { useTranslation } from 'react-i18next';
import type { AnswerFacts } from '../../../preload/contract/history';
import styles from './request.module.css';

/** Says so when a request made once more was answered by another build of the model. */
export const FingerprintNote = ({ answer }: { readonly answer: AnswerFacts }) => {
  const { t } = useTranslation();
  const before = answer.repeats?.systemFingerprint ?? null;
  const now = answer.systemFingerprint;
  if (before === null || now === null || before === now) return null;
  return <p className={styles.note}>{t('request.fingerprintChanged', { before, now })}</p>;
};
