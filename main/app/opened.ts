import path from 'node:path';
import { MAX_LINKED_TEXT } from '../../preload/contract/opened';

/** What is asked to be opened: the text of a link or a file, by the system; a chat (null: a new one), by the app itself. */
export type Opened =
  | { readonly kind: 'prompt'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'chat'; readonly chatId: string | null };

const LINK = /^parlance:/i;

/**
 * The text of `parlance://new?prompt=…`, the only link there is; null for every other one. A link can be on any page of
 * the web: what it says beside the text (a model, a key, an address) is not even looked at.
 */
export const promptOfLink = (link: string): string | null => {
  if (!URL.canParse(link)) return null;
  const { protocol, host, pathname, searchParams } = new URL(link);
  if (protocol !== 'parlance:' || `${host}${pathname}`.replaceAll('/', '') !== 'new') return null;
  const text = searchParams.get('prompt')?.trim() ?? '';
  return text === '' ? null : text.slice(0, MAX_LINKED_TEXT);
};

const openedOf = (given: string, folder: string): readonly Opened[] => {
  if (!LINK.test(given)) return [{ kind: 'file', path: path.resolve(folder, given) }];
  const text = promptOfLink(given);
  return text === null ? [] : [{ kind: 'prompt', text }];
};

/**
 * What a command line asks to be opened. Switches and their place do not matter: Chromium puts them where it likes.
 * @param args the command line without the program, and without the app's folder where it is not packaged.
 * @param folder that relative paths start from.
 */
export const openedBy = (args: readonly string[], folder: string): readonly Opened[] =>
  args.filter((arg) => arg !== '' && !arg.startsWith('-')).flatMap((arg) => openedOf(arg, folder));
