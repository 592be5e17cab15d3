import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BranchRow } from './branch-tree';
import styles from './branches.module.css';

/** In pixels, and how far it goes: deep trees must leave room for words. */
const INDENT = 18;
const MAX_INDENT_LEVELS = 12;

interface BranchLineProps {
  readonly id: string;
  readonly row: BranchRow;
  /** In pixels. */
  readonly top: number;
  /** The first words; undefined: on their way. */
  readonly text: string | undefined;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onGo: () => void;
}

/** One branch: who begins it with which words, how many messages it has, and when it ended. */
export const BranchLine = ({ id, row, top, text, isActive, isOpen, onOpen, onGo }: BranchLineProps) => {
  const { t, i18n } = useTranslation();
  const { branch, level, position, siblingCount, hasChildren } = row;
  const time = new Date(branch.endedAt).toLocaleString(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const role = t(`search.role.${branch.role}`);
  const count = t('branches.messages', { count: branch.messageCount });
  const words = text === '' ? t('branches.noText') : (text ?? '…');
  const facts = [role, count, time, ...(branch.isOnPath ? [t('branches.current')] : [])].join(' · ');
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names its active row
    <div
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblingCount}
      aria-selected={isActive}
      aria-current={branch.isOnPath ? 'true' : undefined}
      aria-expanded={hasChildren ? isOpen : undefined}
      className={styles.row}
      data-active={isActive}
      data-path={branch.isOnPath}
      style={{ top: `${top}px`, paddingInlineStart: `${Math.min(level - 1, MAX_INDENT_LEVELS) * INDENT}px` }}
      onClick={onGo}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same */}
      <span
        className={styles.chevron}
        onClick={(event) => {
          event.stopPropagation();
          if (hasChildren) onOpen(!isOpen);
        }}
      >
        {hasChildren && <Chevron size={15} aria-hidden />}
      </span>
      <span className={styles.words}>
        <span className={styles.text}>{words}</span>
        <span className={styles.facts}>{facts}</span>
      </span>
    </div>
  );
};
