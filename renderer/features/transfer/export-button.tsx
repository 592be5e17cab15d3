import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { bundleFormats, type ExportScope } from '../../../preload/contract/transfer';
import { exportScope } from '../../actions/transfer';
import { IconButton } from '../../ui/button';
import styles from '../../ui/menu.module.css';
import { labelOf } from './export-menu';

interface ExportButtonProps {
  readonly label: string;
  /** Asked when a format is chosen. */
  readonly scopeOf: () => ExportScope;
}

/** Takes several whole chats out in one file, in the format that is chosen. */
export const ExportButton = ({ label, scopeOf }: ExportButtonProps) => {
  const { t } = useTranslation();
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
                onClick={() => void exportScope(scopeOf(), format)}
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
