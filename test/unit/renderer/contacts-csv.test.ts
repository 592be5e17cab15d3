import { expect, it } from 'vitest';
import { contactsCsv } from '../../../renderer/features/settings-dialog/contacts-csv';

it('writes the servers as CSV that no spreadsheet takes for a formula', () => {
  const contact = {
    purpose: 'reply',
    requests: 2,
    failures: 1,
    sentBytes: 3,
    receivedBytes: 4,
    lastAt: 0,
  } as const;
  expect(
    contactsCsv([
      { ...contact, origin: 'https://a.example', via: 'PROXY "x", y' },
      { ...contact, origin: '=1+1', via: '' },
    ]),
  ).toBe(
    'origin,purpose,via,requests,failures,sentBytes,receivedBytes,lastAt\r\n' +
      'https://a.example,reply,"PROXY ""x"", y",2,1,3,4,1970-01-01T00:00:00.000Z\r\n' +
      ' =1+1,reply,,2,1,3,4,1970-01-01T00:00:00.000Z\r\n',
  );
});
