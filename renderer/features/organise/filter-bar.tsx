import type { TFunction } from 'i18next';
import { ChevronDown, FolderPlus, X } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatFilter } from '../../../preload/contract/organise';
import { chooseFilter } from '../../actions/order';
import { showOrganise, useOrder } from '../../stores/order-store';
import { Button, IconButton } from '../../ui/button';
import styles from './organise.module.css';

const FilterMenu = lazy(async () => ({ default: (await import('./filter-menu')).FilterMenu }));

/** What a filter is called. */
const filterName = (t: TFunction, filter: ChatFilter | null): string => {
  switch (filter?.kind) {
    case 'tag':
      return t('organise.byTag', { tag: filter.tag });
    case 'model':
      return t('organise.byModel', { model: filter.model });
    case 'today':
    case 'images':
    case 'archived':
      return t(`organise.${filter.kind}`);
    default:
      return t('organise.all');
  }
};

/** Says which chats are shown, lets others be chosen, and makes folders. */
export const FilterBar = () => {
  const { t } = useTranslation();
  const filter = useOrder((state) => state.filter);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = filterName(t, filter);
  return (
    <div className={styles.filter}>
      <Button
        ref={button}
        look="quiet"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${t('organise.filter')}: ${name}`}
        data-active={filter !== null}
        onClick={() => setOpen(true)}
      >
        {name}
        <ChevronDown size={14} aria-hidden />
      </Button>
      {filter === null ? (
        <IconButton
          label={t('organise.newFolder')}
          onClick={() => showOrganise({ kind: 'newFolder', parentId: null })}
        >
          <FolderPlus size={15} aria-hidden />
        </IconButton>
      ) : (
        <IconButton label={t('organise.clearFilter')} onClick={() => chooseFilter(null)}>
          <X size={15} aria-hidden />
        </IconButton>
      )}
      {open && (
        <Suspense>
          <FilterMenu anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};
