import { Network } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConversation } from '../../stores/conversation-store';
import { IconButton } from '../../ui/button';
import styles from './branches.module.css';

const BranchMap = lazy(async () => ({ default: (await import('./branch-map')).BranchMap }));

/** Shows the chat's tree as a map. */
export const BranchesButton = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const chatId = useConversation(({ chat }) => chat?.id ?? null);
  if (chatId === null) return null;
  return (
    <>
      <IconButton
        label={t('branches.show')}
        className={styles.show}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Network size={16} aria-hidden />
      </IconButton>
      {open && (
        <Suspense>
          <BranchMap chatId={chatId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
