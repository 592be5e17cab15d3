import { useTranslation } from 'react-i18next';
import { acceptLinkedPrompt, dropLinkedPrompt } from '../../actions/opened';
import { Button } from '../../ui/button';
import { SmallDialog } from '../../ui/small-dialog';
import styles from './linked.module.css';

/** Shows what a link wants to be asked. A link can be on any page: nothing is taken over, let alone sent, unasked. */
export const LinkedDialog = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  return (
    <SmallDialog title={t('linked.title')} closeLabel={t('linked.close')} onClose={dropLinkedPrompt}>
      <p>{t('linked.hint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className={styles.text} aria-label={t('linked.text')} tabIndex={0}>
        {text}
      </section>
      <div className={styles.buttons}>
        <Button onClick={dropLinkedPrompt}>{t('linked.cancel')}</Button>
        <Button look="primary" onClick={acceptLinkedPrompt}>
          {t('linked.use')}
        </Button>
      </div>
    </SmallDialog>
  );
};
