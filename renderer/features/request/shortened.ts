import type { TFunction } from 'i18next';

/** A data URL as images are sent: its kind, and the bytes nobody reads. */
const DATA_URL = /^(data:[\w/+.-]+;base64,.{32})(.{100,})(.{8})$/s;

/** JSON laid out to be read, with the middle of images left out: they are whole in what is copied. */
export const shortened = (json: string, t: TFunction, language: string): string => {
  const count = new Intl.NumberFormat(language);
  const short = (_key: string, value: unknown): unknown => {
    const [, begin, middle, end] = (typeof value === 'string' && DATA_URL.exec(value)) || [];
    if (begin === undefined || middle === undefined || end === undefined) return value;
    return `${begin}${t('attachments.base64', { characters: count.format(middle.length) })}${end}`;
  };
  return JSON.stringify(JSON.parse(json), short, 2);
};
