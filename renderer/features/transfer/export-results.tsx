import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { bundleFormats } from '../../../preload/contract/transfer';
import { exportScope } from '../../actions/transfer';
import { useConversation } from '../../stores/conversation-store';
import { useSearch } from '../../stores/search-store';
import { IconButton } from '../../ui/button';
import styles from '../../ui/menu.module.css';
import { labelOf } from './export-menu';

/** Beside the hits of a search: takes the whole chats that were found out, in one file. */
export const ExportResults = () => {
  const { t } = useTranslation();
  const label = t('transferDialog.exportResults');
  return (
    <Menu.Root>
      <Menu.Trigger render={<IconButton label={label} />}>
        <Download size={15} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={styles.positioner}>
          <Menu.Popup className={styles.popup} aria-label={label}>
            {bundleFormats.map((format) => (
              <Menu.Item
                key={format}
                className={styles.item}
                onClick={() => {
                  const { query } = useSearch.getState();
                  const { chatId } = useConversation.getState();
                  void exportScope({ kind: 'search', query, chatId }, format);
                }}
              >
                {labelOf(t, format)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
