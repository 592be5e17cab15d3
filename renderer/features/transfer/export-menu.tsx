import { Menu } from '@base-ui/react/menu';
import type { TFunction } from 'i18next';
import { ChevronRight, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportFormats } from '../../../preload/contract/transfer';
import { exportChat } from '../../actions/transfer';
import styles from '../../ui/menu.module.css';

/** A format by its name. */
export const labelOf = (t: TFunction, format: ExportFormat): string => {
  switch (format) {
    case 'markdown':
      return 'Markdown';
    case 'json':
      return t('transferDialog.exportAsJson');
    case 'jsonl':
      return t('transferDialog.exportAsJsonl');
    case 'html':
      return 'HTML';
    case 'pdf':
      return 'PDF';
    case 'png':
      return t('transferDialog.exportAsPng');
  }
};

interface FormatsMenuProps<F extends ExportFormat> {
  readonly formats: readonly F[];
  readonly onChoose: (format: F) => void;
}

/** In a menu: the formats that something is exported as. */
export const FormatsMenu = <F extends ExportFormat>({ formats, onChoose }: FormatsMenuProps<F>) => {
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
            {formats.map((format) => (
              <Menu.Item key={format} className={styles.item} onClick={() => onChoose(format)}>
                {labelOf(t, format)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
};

/** In a chat's menu: the formats that the chat is exported as. */
export const ExportMenu = ({ chatId }: { readonly chatId: string }) => (
  <FormatsMenu formats={exportFormats} onChoose={(format) => void exportChat(chatId, format)} />
);
