import { Menu } from '@base-ui/react/menu';
import type { TFunction } from 'i18next';
import { ChevronRight, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportFormats } from '../../../preload/contract/transfer';
import { exportChat } from '../../actions/transfer';
import styles from '../../ui/menu.module.css';

const labelOf = (t: TFunction, format: ExportFormat): string => {
  switch (format) {
    case 'markdown':
      return 'Markdown';
    case 'json':
      return t('transferDialog.exportAsJson');
    case 'jsonl':
      return t('transferDialog.exportAsJsonl');
    case 'html':
      return 'HTML';
  }
};

/** In a chat's menu: the formats that the chat is exported as. */
export const ExportMenu = ({ chatId }: { readonly chatId: string }) => {
  const { t } = useTranslation();
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={styles.item}>
        <Download size={14} aria-hidden />
        {t('transferDialog.exportMenu')}
        <ChevronRight size={14} aria-hidden className={styles.more} />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={2} className={styles.positioner}>
          <Menu.Popup className={styles.popup} aria-label={t('transferDialog.exportMenu')}>
            {exportFormats.map((format) => (
              <Menu.Item key={format} className={styles.item} onClick={() => void exportChat(chatId, format)}>
                {labelOf(t, format)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
};
