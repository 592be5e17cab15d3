import {
  type ContextMenuParams,
  clipboard,
  Menu,
  type MenuItemConstructorOptions,
  type WebContents,
} from 'electron';
import type { NativeText } from './native-text';
import { openLink } from './opener';
import { safeLink } from './safe-link';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** What a context menu can be asked of, as Electron tells it. */
type Place = Pick<
  ContextMenuParams,
  | 'dictionarySuggestions'
  | 'editFlags'
  | 'hasImageContents'
  | 'isEditable'
  | 'linkURL'
  | 'misspelledWord'
  | 'selectionText'
  | 'x'
  | 'y'
>;

/** What the items of a menu do beside what their roles do. */
interface MenuActs {
  readonly replace: (word: string) => void;
  readonly learn: (word: string) => void;
  readonly open: (link: string) => void;
  readonly copyText: (text: string) => void;
  readonly copyImage: (x: number, y: number) => void;
}

const ofSpelling = (place: Place, text: NativeText, acts: MenuActs): MenuItemConstructorOptions[] => {
  const { misspelledWord: word, dictionarySuggestions: suggestions } = place;
  if (!place.isEditable || word === '') return [];
  const offered: MenuItemConstructorOptions[] = suggestions.map((label) => ({
    label,
    click: () => acts.replace(label),
  }));
  return [
    ...(offered.length > 0 ? offered : [{ label: text.noSuggestions, enabled: false }]),
    SEPARATOR,
    { label: text.learnSpelling, click: () => acts.learn(word) },
  ];
};

const ofLink = (place: Place, text: NativeText, acts: MenuActs): MenuItemConstructorOptions[] => {
  const link = safeLink(place.linkURL);
  if (link === null) return [];
  return [
    { label: text.openLink, click: () => acts.open(link) },
    { label: text.copyLink, click: () => acts.copyText(link) },
  ];
};

const ofText = (
  { isEditable, editFlags, selectionText }: Place,
  text: NativeText,
): MenuItemConstructorOptions[] => {
  const copy: MenuItemConstructorOptions = { label: text.copy, role: 'copy', enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { label: text.undo, role: 'undo', enabled: editFlags.canUndo },
    { label: text.redo, role: 'redo', enabled: editFlags.canRedo },
    SEPARATOR,
    { label: text.cut, role: 'cut', enabled: editFlags.canCut },
    copy,
    { label: text.paste, role: 'paste', enabled: editFlags.canPaste },
    { label: text.pastePlain, role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
    SEPARATOR,
    { label: text.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
};

/** The menu of a place of the page; empty where there is nothing to do. */
const contextMenu = (place: Place, text: NativeText, acts: MenuActs): MenuItemConstructorOptions[] =>
  [
    ofSpelling(place, text, acts),
    ofLink(place, text, acts),
    place.hasImageContents ? [{ label: text.copyImage, click: () => acts.copyImage(place.x, place.y) }] : [],
    ofText(place, text),
  ]
    .filter((items) => items.length > 0)
    .flatMap((items, index) => (index === 0 ? items : [SEPARATOR, ...items]));

/** Shows a context menu where the page is asked for one. @param text in the language of now. */
export const offerContextMenu = (contents: WebContents, text: () => NativeText): void => {
  const acts: MenuActs = {
    replace: (word) => contents.replaceMisspelling(word),
    learn: (word) => contents.session.addWordToSpellCheckerDictionary(word),
    open: (link) => void openLink(link),
    copyText: (link) => void clipboard.writeText(link),
    copyImage: (x, y) => contents.copyImageAt(x, y),
  };
  contents.on('context-menu', (_event, place) => {
    const items = contextMenu(place, text(), acts);
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
};
