import { useTranslation } from 'react-i18next';
import type { SentRequest } from '../../../preload/contract/exchange';
import styles from './request.module.css';

/** The two names of the bound on a reply: the one is sent where the other is refused. */
const OTHER_NAME: Readonly<Record<string, string>> = {
  max_tokens: 'max_completion_tokens',
  max_completion_tokens: 'max_tokens',
};

/** Says so when a reply was made without a setting, which the server had refused. */
export const RefusedNote = ({ sent }: { readonly sent: SentRequest }) => {
  const { t } = useTranslation();
  const { refusedParameter: parameter } = sent;
  if (parameter === null) return null;
  const name = OTHER_NAME[parameter];
  return (
    <p className={styles.note}>
      {name === undefined ? t('request.refused', { parameter }) : t('request.renamed', { parameter, name })}
    </p>
  );
};
