import type { TFunction } from 'i18next';
import type { Attachment } from '../../../preload/contract/attachments';
import type { Size } from '../../stores/attachments-store';

/** A size in bytes as people write it. */
export const bytesText = (language: string, bytes: number): string => {
  if (bytes < 1000)
    return new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(
      bytes,
    );
  const [unit, by] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  const value = bytes / by;
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', ...digits }).format(
    value,
  );
};

/** A size in pixels. */
export const pixelsText = ({ width, height }: Size): string => `${width} × ${height}`;

/** What an attachment is, in few words: its pixels, its size, its share of the prompt as far as it is counted. */
export const factsText = (
  t: TFunction,
  language: string,
  attachment: Attachment,
  tokens: { readonly count: number; readonly exact: boolean } | null,
): string =>
  [
    ...(attachment.type === 'image' ? [pixelsText(attachment)] : []),
    bytesText(language, attachment.size),
    ...(tokens === null ? [] : [tokensText(t, language, tokens)]),
  ].join(' · ');

const tokensText = (
  t: TFunction,
  language: string,
  { count, exact }: { readonly count: number; readonly exact: boolean },
): string => {
  const tokens = new Intl.NumberFormat(language).format(count);
  return exact ? t('attachments.tokens', { count, tokens }) : t('attachments.aboutTokens', { count, tokens });
};
