import { Menu } from '@base-ui/react/menu';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeName } from './code/snippet';
import { codeNames } from './code/snippet';
import styles from './request.module.css';

interface CodeMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onChoose: (name: CodeName) => void;
}

/** What a request can be copied as. Mounted only while it is open. */
export const CodeMenu = ({ anchor, onClose, onChoose }: CodeMenuProps) => {
  const { t } = useTranslation();
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      {/* Below the conversation's landmark: what hangs from the body belongs to no part of the page. */}
      <Menu.Portal container={anchor.current?.closest('main') ?? document.body}>
        <Menu.Positioner
          anchor={anchor}
          side="top"
          align="start"
          sideOffset={4}
          className={styles.positioner}
        >
          <Menu.Popup className={styles.menu} finalFocus={anchor} aria-label={t('request.copyAsCode')}>
            {codeNames.map((name) => (
              <Menu.Item key={name} className={styles.item} onClick={() => onChoose(name)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
