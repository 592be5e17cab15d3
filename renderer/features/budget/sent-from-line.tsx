import { useTranslation } from 'react-i18next';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import styles from './budget.module.css';

/** The line above which messages are not sent. */
export const SentFromLine = ({ estimate }: { readonly estimate: ContextEstimate }) => {
  const { t } = useTranslation();
  const text =
    estimate.rule === 'ask'
      ? t('budget.doesNotFitAbove')
      : estimate.keptIds.length > 0
        ? t('budget.notSentAbove')
        : t('transcript.notSentAbove');
  return <p className={styles.sentFrom}>{text}</p>;
};
