import type { Chat } from '../../../preload/contract/history';

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** The name of an attachment's file: its hash, and an ending that opens it. */
export const attachmentName = (hash: string, mime: string): string =>
  `${hash}.${extensions[mime] ?? (mime.startsWith('text/') ? 'txt' : 'bin')}`;

const MAX_TITLE_BYTES = 120;

/** A title as every file system takes it: Windows refuses more than others, and counts in other units. */
export const fileTitle = (title: string): string => {
  const clean = title
    .replaceAll(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(clean.slice(0, 300))) {
    if (Buffer.byteLength(cut + segment) > MAX_TITLE_BYTES) break;
    cut += segment;
  }
  // Names may not end in a dot or a space, nor begin with a dot.
  return cut.replace(/[. ]+$/, '').replace(/^[. ]+/, '') || 'chat';
};

/** The name of a chat's files without their ending: day, title, and the end of its id, which tells equal ones apart. */
export const chatName = ({ id, title, createdAt }: Pick<Chat, 'id' | 'title' | 'createdAt'>): string =>
  `${new Date(createdAt).toISOString().slice(0, 10)} ${fileTitle(title)} ${id.slice(-12)}`;
