import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clearSelection } from '../../stores/selection-store';
import { IconButton } from '../../ui/button';
import { ExportButton } from '../transfer/export-button';
import styles from './organise.module.css';
import { useSelectedActs } from './use-selected-acts';

/** What can be done with the chats that are selected. */
export const SelectionBar = () => {
  const { t } = useTranslation();
  const { ids, changes, trash } = useSelectedActs();
  return (
    <section className={styles.bar} aria-label={t('organise.selection')}>
      <p role="status">{t('organise.selected', { count: ids.length })}</p>
      <IconButton label={t('organise.clearSelection')} onClick={clearSelection}>
        <X size={15} aria-hidden />
      </IconButton>
      {changes.map(({ name, Icon, run }) => (
        <IconButton key={name} label={t(`organise.${name}`)} onClick={run}>
          <Icon size={15} aria-hidden />
        </IconButton>
      ))}
      <ExportButton label={t('organise.export')} scopeOf={() => ({ kind: 'chats', chatIds: [...ids] })} />
      <IconButton label={t('organise.delete')} onClick={trash.run}>
        <trash.Icon size={15} aria-hidden />
      </IconButton>
    </section>
  );
};
