import { FileText, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pasteLong } from '../../actions/drafts';
import { boxOf, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { Button, IconButton } from '../../ui/button';
import styles from './composer.module.css';

const PastedDialog = lazy(async () => ({ default: (await import('./pasted-dialog')).PastedDialog }));

/** A long pasted text that is sent with the message; shown by its length, since the box could not hold it. */
export const PastedText = () => {
  const { t, i18n } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const length = useComposer((state) => boxOf(state, key).pasted.length);
  const [open, setOpen] = useState(false);
  if (length === 0) return null;
  return (
    <div className={styles.pasted}>
      <FileText size={15} aria-hidden />
      <span role="status">
        {t('composer.pasted', { characters: new Intl.NumberFormat(i18n.language).format(length) })}
      </span>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('pasted.open')}
      </Button>
      <IconButton label={t('composer.removePasted')} onClick={() => pasteLong('')}>
        <X size={14} aria-hidden />
      </IconButton>
      {open && (
        <Suspense>
          <PastedDialog place={key} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};
