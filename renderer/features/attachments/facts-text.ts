import type { TFunction } from 'i18next';
import type { Attachment } from '../../../preload/contract/attachments';
import { sizeText } from '../../i18n/sizes';
import type { Size } from '../../stores/attachments-store';

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
    sizeText(language, attachment.size),
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
