import { useTransfer } from '../../stores/transfer-store';
import { ExportDialog } from './export-dialog';
import { ImportDialog } from './import-dialog';

/** The dialog for imports or the one for exports, whichever is open. Mounted only then. */
export const TransferDialog = () => {
  const shown = useTransfer((view) => view.shown);
  return shown === 'export' ? <ExportDialog /> : <ImportDialog />;
};
