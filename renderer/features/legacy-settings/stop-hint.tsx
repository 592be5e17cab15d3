import { useTranslation } from 'react-i18next';
import { setParam } from '../../actions/options';
import { useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import styles from './legacy-settings.module.css';
import { stopOfRule } from './rule-kind';

/** The API takes so many stop sequences at most. */
const MAX_STOPS = 4;

/** Offers the stop sequence that fits how the prompt is made, while it is missing. */
export const StopHint = () => {
  const { t } = useTranslation();
  const stops = useConversation(({ options }) => options.params.stop);
  const stop = useConversation(({ options }) => stopOfRule(options.params.transcriptRule));
  if (stop === null || stops?.includes(stop) || (stops?.length ?? 0) >= MAX_STOPS) return null;
  return (
    <div className={styles.stop}>
      <p className={styles.hint}>{t('legacy.stopHint', { stop })}</p>
      <Button onClick={() => setParam('stop', [...(stops ?? []), stop])}>
        {t('legacy.addStop', { stop })}
      </Button>
    </div>
  );
};
