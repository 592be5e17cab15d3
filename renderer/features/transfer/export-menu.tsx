import type { TFunction } from 'i18next';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportFormats } from '../../../preload/contract/transfer';
import { exportChat } from '../../actions/transfer';
import { PopupItem, PopupSubmenu } from '../../ui/menu';

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
    <PopupSubmenu label={t('transferDialog.exportMenu')} icon={<Download size={14} aria-hidden />}>
      {formats.map((format) => (
        <PopupItem key={format} onClick={() => onChoose(format)}>
          {labelOf(t, format)}
        </PopupItem>
      ))}
    </PopupSubmenu>
  );
};

/** In a chat's menu: the formats that the chat is exported as. */
export const ExportMenu = ({ chatId }: { readonly chatId: string }) => (
  <FormatsMenu formats={exportFormats} onChoose={(format) => void exportChat(chatId, format)} />
);
