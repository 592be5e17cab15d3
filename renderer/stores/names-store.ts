import { create } from 'zustand';
import type { Message } from '../../preload/contract/history';
import { messageNamePattern } from '../../preload/contract/message-text';

/** Names being typed, by the key of their field. A field without one is not shown. */
interface NamesState {
  readonly texts: Readonly<Record<string, string>>;
}

/** Every name that is typed for a message to be sent or edited. */
export const useNames = create<NamesState>()(() => ({ texts: {} }));

const EDIT = 'edit ';

/** The key of what stands beside the text in a message's editor. */
export const editKey = (messageId: string): string => EDIT + messageId;

/** The message whose editor such a key belongs to; null: it is a chat's. */
export const editedId = (key: string): string | null =>
  key.startsWith(EDIT) ? key.slice(EDIT.length) : null;

/** Notes what the person typed as a name; null puts the field away. */
export const typeName = (key: string, text: string | null): void =>
  useNames.setState(({ texts: { [key]: _, ...others } }) => ({
    texts: text === null ? others : { ...others, [key]: text },
  }));

/** Whether a text may be sent as a name; none may. */
export const isName = (text: string): boolean => text === '' || messageNamePattern.test(text);

/** Puts back a name that was kept, unless something was typed there in this run. */
export const restoreName = (key: string, name: string | undefined): void => {
  if (name !== undefined && typedName(key) === undefined) typeName(key, name);
};

/** What is typed as a name; undefined: its field is as it was. */
export const typedName = (key: string): string | undefined => useNames.getState().texts[key];

/** Whether what is typed cannot be sent as a name. */
export const hasBadName = (key: string): boolean => !isName(typedName(key) ?? '');

/** The name that a message is sent with; undefined: none. */
export const nameToSend = (key: string): string | undefined => typedName(key) || undefined;

/** The name that an edited message has from now on; null: none. */
export const editedName = ({ id, name }: Message): string | null => {
  const typed = typedName(editKey(id));
  return typed === undefined ? (name ?? null) : typed || null;
};

/** Lets a new chat's name go on where the chat is that was made of it. */
export const moveName = (from: string, to: string): void => {
  typeName(to, typedName(from) ?? null);
  typeName(from, null);
};
