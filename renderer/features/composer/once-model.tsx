import { AtSign, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { scheduleEstimate } from '../../actions/estimates';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { setOnceModel, useOnceModels } from '../../stores/once-model-store';
import { focusMessageBox } from '../../stores/view-store';
import { IconButton } from '../../ui/button';
import styles from './composer.module.css';

/** Says which model this one message goes to, where it is not the chat's own. */
export const OnceModel = () => {
  const { t } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const model = useOnceModels((models) => models[key]);
  if (model === undefined) return null;
  return (
    <div className={styles.pasted}>
      <AtSign size={15} aria-hidden />
      <span role="status">{t('prompts.onceModel', { model })}</span>
      <IconButton
        label={t('prompts.removeOnceModel')}
        onClick={() => {
          setOnceModel(key, null);
          scheduleEstimate(0);
          focusMessageBox();
        }}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
};
