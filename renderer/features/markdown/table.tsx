import { Check, Copy, Download } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import { elementMarkdown, htmlForOthers } from './element-markdown';
import styles from './table.module.css';
import { csvOf } from './table-csv';

interface TableProps {
  readonly dir?: string | undefined;
  readonly children?: ReactNode;
}

interface TableToolsProps extends Pick<TableProps, 'dir'> {
  readonly table: RefObject<HTMLTableElement | null>;
}

const copyOf = (table: HTMLTableElement, dir: string | undefined): Node =>
  Object.assign(table.cloneNode(true), dir === undefined ? {} : { dir });

/** What can be done with a table. Spreadsheets take the HTML of what is copied, text boxes the Markdown. */
const TableTools = ({ table, dir }: TableToolsProps) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const copyTable = ({ current }: typeof table) =>
    current !== null && copy(elementMarkdown(current), htmlForOthers(copyOf(current, dir))).catch(tellError);
  const save = ({ current }: typeof table) =>
    current !== null && request('app.saveText', { name: 'table.csv', text: csvOf(current) }).catch(tellError);
  return (
    <div className={styles.tools}>
      <IconButton label={t('markdown.copyTable')} onClick={() => copyTable(table)}>
        {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      </IconButton>
      <IconButton label={t('markdown.saveTable')} onClick={() => save(table)}>
        <Download size={14} aria-hidden />
      </IconButton>
    </div>
  );
};

/** A table that scrolls by itself. */
export const Table = ({ dir, children }: TableProps) => {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  return (
    // Its direction is the frame's: on which side the tools are goes by it, without a look through all cells for each change.
    <div className={styles.frame} dir={dir}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={styles.table} aria-label={t('markdown.table')} tabIndex={0}>
        <table ref={table}>{children}</table>
      </section>
      <TableTools table={table} dir={dir} />
    </div>
  );
};
