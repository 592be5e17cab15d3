import { Hash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { countTokens } from '../../actions/budget';
import { useAskedModelId } from '../../stores/models-store';
import { useTokenCounts } from '../../stores/token-counts-store';
import { IconButton } from '../../ui/button';
import styles from './budget.module.css';

/** Counts a message's tokens when asked. */
export const CountTokensButton = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  return (
    <IconButton label={t('budget.countTokens')} onClick={() => void countTokens(message)}>
      <Hash size={15} aria-hidden />
    </IconButton>
  );
};

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
