import type { TFunction } from 'i18next';
import type { ExportReport, ImportReport, Skipped } from '../../../preload/contract/transfer';
import { errorText } from '../../i18n/error-text';
import { formatNames } from './format-names';

/** How an import ended, in one sentence. */
export const importHeadline = (t: TFunction, { end, taken, error }: ImportReport): string => {
  const hasTaken = taken.newChats + taken.grownChats > 0;
  if (end === 'cancelled') return t(hasTaken ? 'transferDialog.cancelledKept' : 'transferDialog.cancelled');
  if (end === 'failed' && error !== null) return errorText(t, error).what;
  return t(hasTaken ? 'transferDialog.imported' : 'transferDialog.nothingNew');
};

/** What was taken, a line each; nothing is told of what there was none of. */
export const takenLines = (t: TFunction, { taken }: ImportReport): readonly string[] =>
  (['newChats', 'grownChats', 'messages', 'images'] as const)
    .filter((what) => taken[what] > 0)
    .map((what) => t(`transferDialog.taken.${what}`, { count: taken[what] }));

/** What was left out and why. */
export const skippedLine = (t: TFunction, { reason, count }: Skipped): string =>
  t(`transferDialog.skipped.${reason}`, { count });

/** The whole report as plain text, to be kept or sent to someone. */
export const importReportText = (t: TFunction, report: ImportReport): string =>
  [
    `${formatNames[report.format]} – ${report.names.join(', ')}`,
    importHeadline(t, report),
    ...(report.error === null ? [] : [errorText(t, report.error).fix, report.error.code]),
    ...takenLines(t, report),
    ...report.skipped.flatMap((skipped) => [
      skippedLine(t, skipped),
      ...skipped.titles.map((title) => `  - ${title}`),
    ]),
  ].join('\n');

/** How an export ended, in one sentence. */
export const exportHeadline = (t: TFunction, { what, end, name, error }: ExportReport): string => {
  if (end === 'cancelled') return t('transferDialog.exportCancelled');
  if (end === 'failed' && error !== null) return errorText(t, error).what;
  return t(what === 'everything' ? 'transferDialog.exported' : 'transferDialog.chatsExported', { name });
};
