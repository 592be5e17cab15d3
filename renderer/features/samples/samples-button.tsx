import { useTranslation } from 'react-i18next';
import { addSamples } from '../../actions/samples';
import { Button } from '../../ui/button';
import styles from './samples-button.module.css';

/** Adds chats that teach. */
export const SamplesButton = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.samples}>
      <Button onClick={() => void addSamples()}>{t('samples.add')}</Button>
      <p className={styles.hint}>{t('samples.addHint')}</p>
    </div>
  );
};
