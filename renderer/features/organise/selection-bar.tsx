import { Archive, ArchiveRestore, FolderInput, Tag, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeChats } from '../../actions/order';
import { useChatList } from '../../stores/chat-list-store';
import { showOrganise, useOrder } from '../../stores/order-store';
import { clearSelection, useSelection } from '../../stores/selection-store';
import { IconButton } from '../../ui/button';
import { ExportButton } from '../transfer/export-button';
import styles from './organise.module.css';

const chatsOf = (ids: ReadonlySet<string>) => {
  const listed = Object.values(useOrder.getState().listings).flatMap(({ chats }) => chats);
  const all = [...useChatList.getState().chats, ...listed].filter(({ id }) => ids.has(id));
  return [...new Map(all.map((chat) => [chat.id, chat])).values()];
};

/** What can be done with the chats that are selected. */
export const SelectionBar = () => {
  const { t } = useTranslation();
  const selected = useSelection((state) => state.ids);
  const inArchive = useOrder(({ filter }) => filter?.kind === 'archived');
  const ids = [...selected];
  const ArchiveIcon = inArchive ? ArchiveRestore : Archive;
  return (
    <section className={styles.bar} aria-label={t('organise.selection')}>
      <p role="status">{t('organise.selected', { count: ids.length })}</p>
      <IconButton label={t('organise.move')} onClick={() => showOrganise({ kind: 'move', chatIds: ids })}>
        <FolderInput size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={t('organise.tag')}
        onClick={() => showOrganise({ kind: 'tags', chats: chatsOf(selected) })}
      >
        <Tag size={15} aria-hidden />
      </IconButton>
      <IconButton
        label={inArchive ? t('organise.unarchive') : t('organise.archive')}
        onClick={() => void changeChats(ids, { kind: 'archive', isArchived: !inArchive })}
      >
        <ArchiveIcon size={15} aria-hidden />
      </IconButton>
      <ExportButton label={t('organise.export')} scopeOf={() => ({ kind: 'chats', chatIds: ids })} />
      <IconButton
        label={t('organise.delete')}
        onClick={() => void changeChats(ids, { kind: 'trash', isTrashed: true })}
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('organise.clearSelection')} onClick={clearSelection}>
        <X size={15} aria-hidden />
      </IconButton>
    </section>
  );
};
