import { create } from 'zustand';
import type { ChatOptions, ParamName } from '../../preload/contract/parameters';
import type { WrittenRole } from '../../preload/contract/roles';
import type { TranscriptRule } from '../../preload/contract/transcript-rule';

/** A longer text would freeze the message box at every key press. In UTF-16 code units. */
const LONGEST_IN_BOX = 200_000;

/** What is typed, and pasted, and not sent. */
export interface BoxText {
  /** What stands in the message box. */
  readonly text: string;
  /** A pasted text too long for the box; it is sent after what stands there. */
  readonly pasted: string;
  /** Grows when the program, not the person, set the text: only then is the box written to. */
  readonly revision: number;
}

/** A field among the generation settings: most settings have one. */
export type ParamField = ParamName | 'responseFormat.name' | `transcriptRule.${keyof TranscriptRule}`;

interface ComposerState {
  /** Texts not sent, by chat key. */
  readonly boxes: Readonly<Record<string, BoxText>>;
  /** Whose message is typed, by chat key; the user's where it is absent. */
  readonly roles: Readonly<Record<string, WrittenRole>>;
  /** Options of the chat that does not exist yet; null: those of the settings. */
  readonly newChatOptions: ChatOptions | null;
  /** What stands in generation settings fields and is no valid value, by chat key. */
  readonly invalidParams: Readonly<Record<string, Readonly<Partial<Record<ParamField, string>>>>>;
  /** Edits of earlier messages not sent, by message id: closing an editor does not lose them. */
  readonly edits: Readonly<Record<string, string>>;
  /** Messages whose editor is open: going to another chat and back does not close it. */
  readonly openEditors: ReadonlySet<string>;
  /** Chats (by key) with a request for an answer that main has not accepted yet. */
  readonly asking: ReadonlySet<string>;
}

/** Everything that was typed and not sent. */
export const useComposer = create<ComposerState>()(() => ({
  boxes: {},
  roles: {},
  newChatOptions: null,
  invalidParams: {},
  edits: {},
  openEditors: new Set(),
  asking: new Set(),
}));

const emptyBox: BoxText = { text: '', pasted: '', revision: 0 };

/** The text in a chat's message box. */
export const boxOf = (state: Pick<ComposerState, 'boxes'>, key: string): BoxText =>
  state.boxes[key] ?? emptyBox;

/** Whose message is typed in a chat. */
export const roleOf = (state: Pick<ComposerState, 'roles'>, key: string): WrittenRole =>
  state.roles[key] ?? 'user';

/** Chooses whose message is typed in a chat. */
export const chooseRole = (key: string, role: WrittenRole): void =>
  useComposer.setState(({ roles }) => ({ roles: { ...roles, [key]: role } }));

/** The whole message: what stands in the box, then what was pasted. */
export const messageOf = ({ text, pasted }: Pick<BoxText, 'text' | 'pasted'>): string =>
  text !== '' && pasted !== '' ? `${text}\n\n${pasted}` : text + pasted;

/** True for a text that is kept beside the message box instead of in it. */
export const isTooLongForBox = (text: string): boolean => text.length > LONGEST_IN_BOX;

const changeBox = (key: string, change: (box: BoxText) => BoxText): void =>
  useComposer.setState((state) => ({ boxes: { ...state.boxes, [key]: change(boxOf(state, key)) } }));

/** Notes what the person typed. A text too long for the box, however it came there, is moved beside it. */
export const typeText = (key: string, text: string): void =>
  changeBox(key, ({ pasted, revision }) =>
    isTooLongForBox(text)
      ? { text: '', pasted: messageOf({ text, pasted }), revision: revision + 1 }
      : { text, pasted, revision },
  );

/** Keeps a long pasted text beside the box, after those pasted before; the empty text removes them all. */
export const pasteLongText = (key: string, text: string): void =>
  changeBox(key, (box) => ({ ...box, pasted: text === '' ? '' : box.pasted + text }));

/** Writes a message into a chat's message box. */
export const setBoxText = (key: string, message: string): void =>
  changeBox(key, ({ revision }) =>
    isTooLongForBox(message)
      ? { text: '', pasted: message, revision: revision + 1 }
      : { text: message, pasted: '', revision: revision + 1 },
  );

const withoutStart = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : text;

/** Takes what was sent out of the box and leaves what was typed since. */
export const clearSentText = (key: string, sent: BoxText): void =>
  changeBox(key, ({ text, pasted, revision }) => ({
    text: withoutStart(text, sent.text),
    pasted: withoutStart(pasted, sent.pasted),
    revision: revision + 1,
  }));

/** Keeps an invalid field's text, or (null) notes that the field is valid now. */
export const noteInvalidParam = (key: string, name: ParamField, text: string | null): void =>
  useComposer.setState((state) => {
    const { [name]: _, ...others } = state.invalidParams[key] ?? {};
    const fields = text === null ? others : { ...others, [name]: text };
    return { invalidParams: { ...state.invalidParams, [key]: fields } };
  });

/** Forgets what is wrong in a chat's generation settings: others take their place. */
export const dropInvalidParams = (key: string): void =>
  useComposer.setState(({ invalidParams }) => ({ invalidParams: { ...invalidParams, [key]: {} } }));

/**
 * True when a generation setting of the chat holds something that cannot be sent.
 * @param unsupported settings that the model does not take: they are not sent, so they cannot be wrong.
 */
export const hasInvalidParams = (key: string, unsupported: readonly ParamName[]): boolean =>
  Object.keys(useComposer.getState().invalidParams[key] ?? {}).some(
    (field) => !unsupported.some((name) => field === name || field.startsWith(`${name}.`)),
  );

/** Keeps what was typed into an editor of an earlier message; null forgets it. */
export const keepEdit = (messageId: string, text: string | null): void =>
  useComposer.setState((state) => {
    const { [messageId]: _, ...others } = state.edits;
    return { edits: text === null ? others : { ...others, [messageId]: text } };
  });

const withMember = (set: ReadonlySet<string>, member: string, isMember: boolean): ReadonlySet<string> =>
  isMember ? new Set(set).add(member) : new Set([...set].filter((other) => other !== member));

/** Opens or closes the editor of an earlier message. */
export const showEditor = (messageId: string, open: boolean): void =>
  useComposer.setState(({ openEditors }) => ({ openEditors: withMember(openEditors, messageId, open) }));

/** Notes that a chat waits, or no longer waits, for main to accept a request. */
export const noteAsking = (key: string, asking: boolean): void =>
  useComposer.setState((state) => ({ asking: withMember(state.asking, key, asking) }));
