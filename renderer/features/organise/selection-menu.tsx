import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { bundleFormats } from '../../../preload/contract/transfer';
import { exportScope } from '../../actions/transfer';
import { PopupItem, PopupMenu } from '../../ui/menu';
import { FormatsMenu } from '../transfer/export-menu';
import { useSelectedActs } from './use-selected-acts';

interface SelectionMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The menu of a chat that is selected with others: what is chosen is done with all of them. */
export const SelectionMenu = ({ anchor, onClose }: SelectionMenuProps) => {
  const { t } = useTranslation();
  const { ids, changes, trash } = useSelectedActs();
  return (
    <PopupMenu
      label={t('organise.selected', { count: ids.length })}
      anchor={anchor}
      side="bottom"
      onClose={onClose}
    >
      {changes.map(({ name, Icon, run }) => (
        <PopupItem key={name} icon={<Icon size={14} aria-hidden />} onClick={run}>
          {t(`organise.${name}`)}
        </PopupItem>
      ))}
      <FormatsMenu
        formats={bundleFormats}
        onChoose={(format) => void exportScope({ kind: 'chats', chatIds: [...ids] }, format)}
      />
      <PopupItem icon={<trash.Icon size={14} aria-hidden />} danger onClick={trash.run}>
        {t('organise.delete')}
      </PopupItem>
    </PopupMenu>
  );
};
