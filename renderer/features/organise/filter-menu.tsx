import { Archive, Bot, Image, List, ListFilter, Sun, Tag } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseFilter } from '../../actions/order';
import { showOrganise, useOrder } from '../../stores/order-store';
import { PopupItem, PopupMenu } from '../../ui/menu';

/** Tags and models that the menu names each; a dialog finds the others. */
const LISTED = 8;

interface FilterMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Which chats can be shown: by day, by what is in them, by tag and by model. */
export const FilterMenu = ({ anchor, onClose }: FilterMenuProps) => {
  const { t } = useTranslation();
  const tags = useOrder((state) => state.tags);
  const models = useOrder((state) => state.models);
  return (
    <PopupMenu label={t('organise.filter')} anchor={anchor} side="bottom" onClose={onClose}>
      <PopupItem icon={<List size={14} aria-hidden />} onClick={() => chooseFilter(null)}>
        {t('organise.all')}
      </PopupItem>
      <PopupItem icon={<Sun size={14} aria-hidden />} onClick={() => chooseFilter({ kind: 'today' })}>
        {t('organise.today')}
      </PopupItem>
      <PopupItem icon={<Image size={14} aria-hidden />} onClick={() => chooseFilter({ kind: 'images' })}>
        {t('organise.images')}
      </PopupItem>
      <PopupItem icon={<Archive size={14} aria-hidden />} onClick={() => chooseFilter({ kind: 'archived' })}>
        {t('organise.archived')}
      </PopupItem>
      {tags.slice(0, LISTED).map(({ name }) => (
        <PopupItem
          key={name}
          label={name}
          icon={<Tag size={14} aria-hidden />}
          onClick={() => chooseFilter({ kind: 'tag', tag: name })}
        >
          {t('organise.byTag', { tag: name })}
        </PopupItem>
      ))}
      {models.slice(0, LISTED).map((model) => (
        <PopupItem
          key={model}
          label={model}
          icon={<Bot size={14} aria-hidden />}
          onClick={() => chooseFilter({ kind: 'model', model })}
        >
          {t('organise.byModel', { model })}
        </PopupItem>
      ))}
      {Math.max(tags.length, models.length) > LISTED && (
        <PopupItem
          icon={<ListFilter size={14} aria-hidden />}
          onClick={() => showOrganise({ kind: 'filter' })}
        >
          {t('organise.moreFilters')}
        </PopupItem>
      )}
    </PopupMenu>
  );
};
