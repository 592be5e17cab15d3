import { offerFiles } from '../ipc/client';
import { tellError } from '../stores/notices-store';
import { showTransfer, useTransfer } from '../stores/transfer-store';
import { focusMessageBox } from '../stores/view-store';
import { attachFiles } from './attachments';
import { closeTransfer } from './transfer';

/** What exports of chats are. Other files are not looked into. */
const MAY_BE_EXPORT = /\.(?:zip|json|jsonl)$/i;

const attach = (files: readonly File[]): void => {
  attachFiles(files);
  focusMessageBox();
};

/** Takes files that were dropped on the window: chats to be imported if that is what they are, else for the message. */
export const takeDropped = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0 || !files.every(({ name }) => MAY_BE_EXPORT.test(name))) return attach(files);
  try {
    if (!(await offerFiles(files))) return attach(files);
    showTransfer('import');
    useTransfer.setState({ dropped: files });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** What was dropped is meant for the message after all. */
export const attachDropped = (): void => {
  const { dropped } = useTransfer.getState();
  closeTransfer();
  attach(dropped);
};
