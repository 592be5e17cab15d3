import type { Contact } from '../../../preload/contract/network';

const COLUMNS = [
  'origin',
  'purpose',
  'via',
  'requests',
  'failures',
  'sentBytes',
  'receivedBytes',
  'lastAt',
] as const satisfies readonly (keyof Contact)[];

/** Quoted where a comma or a quote would end it (RFC 4180). A space before a sign keeps a spreadsheet from reading a formula. */
const cell = (value: string | number): string => {
  const text = /^[=+@-]/.test(String(value)) ? ` ${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The servers that were contacted, as CSV; times in ISO 8601. */
export const contactsCsv = (contacts: readonly Contact[]): string =>
  [
    COLUMNS.join(','),
    ...contacts.map((contact) =>
      COLUMNS.map((column) =>
        cell(column === 'lastAt' ? new Date(contact.lastAt).toISOString() : contact[column]),
      ).join(','),
    ),
    '',
  ].join('\r\n');
