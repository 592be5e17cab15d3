import { useTranslation } from 'react-i18next';
import type { Role } from '../../../preload/contract/history';
import { itemsOf, useAttachments } from '../../stores/attachments-store';
import { AttachmentChip } from './attachment-chip';
import styles from './attachments.module.css';

interface AttachmentChipsProps {
  /** Beside which text. */
  readonly place: string;
  /** Whose message it is. */
  readonly role: Role;
}

/** What stands beside a text that is being written. */
export const AttachmentChips = ({ place, role }: AttachmentChipsProps) => {
  const { t } = useTranslation();
  const items = useAttachments((state) => itemsOf(state, place));
  return (
    <ul aria-label={t('attachments.list')} className={styles.chips}>
      {items.map((item) => (
        <AttachmentChip key={item.id} place={place} item={item} role={role} />
      ))}
    </ul>
  );
};
