import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { useConversation } from '../../stores/conversation-store';
import styles from './budget.module.css';

/** Says that a message is pinned, and that one above the line is sent all the same. */
export const ContextMark = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const isKept = useConversation(({ estimate }) => estimate?.keptIds.includes(message.id) ?? false);
  if (!(message.pinned || isKept)) return null;
  return (
    <p className={styles.mark} data-end={message.role === 'user'}>
      {message.pinned && <Pin size={12} aria-hidden />}
      {message.pinned && <span>{t('budget.pinned')}</span>}
      {isKept && <span>{t('budget.stillSent')}</span>}
    </p>
  );
};
