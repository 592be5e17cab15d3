import type { Clock, HandlersOf } from '../handler-types';
import type { Session } from '../session';

/* Loaded when it is first asked for: most of backstage is for other formats, and every start would wait for it. */
const importing = () => import('../import/import-run');
const exporting = () => import('../export/export-run');
const exportingOne = () => import('../export/export-chat');

/** Handlers of what brings chats in and out. */
export const transferHandlers = (session: Session, clock: Clock): HandlersOf<'transfer'> => ({
  'transfer.inspect': async ({ paths }) => (await importing()).inspectImport(paths),
  'transfer.import': async ({ paths }) => {
    const { ImportRun } = await importing();
    session.transfers.startImport(new ImportRun({ database: session.database, clock }, paths));
    return null;
  },
  'transfer.exportAll': async ({ file }) => {
    const { ExportRun } = await exporting();
    const task = { scope: { kind: 'all' }, format: null, file } as const;
    session.transfers.startExport(new ExportRun(session.database, task, clock));
    return null;
  },
  'transfer.exportChats': async (task) => {
    const { ExportRun } = await exporting();
    session.transfers.startExport(new ExportRun(session.database, task, clock));
    return null;
  },
  'transfer.poll': ({ waitMs }) => session.transfers.poll(waitMs),
  'transfer.cancel': () => {
    session.transfers.cancel();
    return null;
  },
  'transfer.drawable': async ({ chatId }) => (await exportingOne()).drawablePage(session.database, chatId),
  'transfer.exportChat': async ({ chatId, format, file }) => {
    await (await exportingOne()).exportChat(session.database, chatId, format, file);
    return null;
  },
});
