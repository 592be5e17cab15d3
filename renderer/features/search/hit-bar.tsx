import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { leaveHit, stepHit } from '../../actions/search';
import { useConversation } from '../../stores/conversation-store';
import { useFind } from '../../stores/find-store';
import { useSearch } from '../../stores/search-store';
import { IconButton } from '../../ui/button';
import styles from './bar.module.css';

/** Goes on from the hit that is on screen to the one after or before it. */
export const HitBar = () => {
  const { t } = useTranslation();
  const { opened, hits, cursor } = useSearch();
  const finding = useFind(({ open }) => open);
  const chatId = useConversation((state) => state.chatId);
  if (opened === null || finding || hits[opened]?.chatId !== chatId) return null;
  const place = { at: opened + 1, count: hits.length };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={t('search.hit')} className={styles.bar}>
      <span role="status" className={styles.count}>
        {cursor === null ? t('search.hitOf', place) : t('search.hitOfMore', place)}
      </span>
      <IconButton
        label={t('search.previousHit')}
        keys="Shift+F3"
        disabled={opened === 0}
        onClick={() => void stepHit(-1)}
      >
        <ChevronUp size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t('search.nextHit')}
        keys="F3"
        disabled={opened === hits.length - 1 && cursor === null}
        onClick={() => void stepHit(1)}
      >
        <ChevronDown size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('search.closeHit')} onClick={leaveHit}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
};
