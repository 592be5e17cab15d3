import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { useAskedModelId } from '../../stores/models-store';
import { useTokenCounts } from '../../stores/token-counts-store';
import styles from './budget.module.css';

/** What a message takes in a prompt, once it was counted for the model that is asked. */
export const CountedTokens = ({ message }: { readonly message: Message }) => {
  const { t, i18n } = useTranslation();
  const model = useAskedModelId();
  const count = useTokenCounts(({ counts }) => counts[message.id]);
  const isShown = count !== undefined && count.model === model;
  const tokens = isShown ? new Intl.NumberFormat(i18n.language).format(count.tokens) : '';
  // Always there: a screen reader reads only what changes in it.
  return (
    <span role="status" className={styles.count}>
      {isShown &&
        (count.exact
          ? t('budget.tokens', { count: count.tokens, tokens })
          : t('budget.aboutTokens', { count: count.tokens, tokens }))}
    </span>
  );
};
