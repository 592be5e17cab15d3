import { Menu } from '@base-ui/react/menu';
import { ChevronRight } from 'lucide-react';
import { type ComponentProps, createContext, type ReactNode, type RefObject, useContext } from 'react';
import { useApp } from '../stores/app-store';
import { ariaKeys, keysText } from './keys';
import styles from './menu.module.css';

interface PopupMenuProps {
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly side: 'top' | 'bottom';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

// What hangs from the body is in no landmark of the page: a menu stands in the one that its button is in.
const landmarkOf = (anchor: HTMLElement | null): HTMLElement =>
  anchor?.closest<HTMLElement>('main, nav') ?? document.body;

const Home = createContext<HTMLElement | null>(null);

/** A menu that hangs from a button. Mounted only while it is open: a list of many messages or chats has no menus. */
export const PopupMenu = ({ label, anchor, side, onClose, children }: PopupMenuProps) => (
  <Menu.Root open onOpenChange={(open) => !open && onClose()}>
    <Menu.Portal container={landmarkOf(anchor.current)}>
      <Menu.Positioner anchor={anchor} side={side} align="start" sideOffset={4} className={styles.positioner}>
        <Menu.Popup className={styles.popup} finalFocus={anchor} aria-label={label}>
          <Home value={landmarkOf(anchor.current)}>{children}</Home>
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
);

interface PopupSubmenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** What a menu offers more of, beside it. */
export const PopupSubmenu = ({ label, icon, children }: PopupSubmenuProps) => (
  <Menu.SubmenuRoot>
    <Menu.SubmenuTrigger className={styles.item}>
      {icon}
      {label}
      <ChevronRight size={14} aria-hidden className={styles.more} />
    </Menu.SubmenuTrigger>
    <Menu.Portal container={useContext(Home)}>
      <Menu.Positioner sideOffset={2} className={styles.positioner}>
        <Menu.Popup className={styles.popup} aria-label={label}>
          {children}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.SubmenuRoot>
);

interface PopupItemProps extends ComponentProps<typeof Menu.Item> {
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  /** What does the same, in Electron's accelerator notation. */
  readonly keys?: string | undefined;
}

/** One thing that a menu offers. */
export const PopupItem = ({ icon, danger = false, keys, children, ...rest }: PopupItemProps) => {
  const platform = useApp((state) => state.platform);
  return (
    <Menu.Item
      {...rest}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys, platform)}
      className={`${styles.item} ${danger ? styles.danger : ''}`}
    >
      {icon}
      {children}
      {keys !== undefined && (
        <kbd aria-hidden className={styles.keys}>
          {keysText(keys, platform)}
        </kbd>
      )}
    </Menu.Item>
  );
};
