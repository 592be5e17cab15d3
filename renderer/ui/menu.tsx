import { Menu } from '@base-ui/react/menu';
import type { ComponentProps, ReactNode, RefObject } from 'react';
import styles from './menu.module.css';

interface PopupMenuProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly side: 'top' | 'bottom';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that hangs from a button. Mounted only while it is open: a list of many messages or chats has no menus. */
export const PopupMenu = ({ label, anchor, side, onClose, children }: PopupMenuProps) => (
  <Menu.Root open onOpenChange={(open) => !open && onClose()}>
    {/* Inside the conversation's landmark where it belongs to it: what hangs from the body is no part of the page. */}
    <Menu.Portal container={anchor.current?.closest('main') ?? document.body}>
      <Menu.Positioner anchor={anchor} side={side} align="start" sideOffset={4} className={styles.positioner}>
        <Menu.Popup className={styles.popup} finalFocus={anchor} aria-label={label}>
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
);

interface PopupItemProps extends ComponentProps<typeof Menu.Item> {
  readonly icon?: ReactNode;
  readonly danger?: boolean;
}

/** One thing that a menu offers. */
export const PopupItem = ({ icon, danger = false, children, ...rest }: PopupItemProps) => (
  <Menu.Item {...rest} className={`${styles.item} ${danger ? styles.danger : ''}`}>
    {icon}
    {children}
  </Menu.Item>
);
