import type { Draft } from '../../preload/contract/history';
import { request } from '../ipc/client';
import { itemsOf, putItemsBefore, refsOf, restoreItems, useAttachments } from '../stores/attachments-store';
import {
  boxOf,
  chooseRole,
  messageOf,
  pasteLongText,
  roleOf,
  setBoxText,
  typeText,
  useComposer,
} from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { restoreName, typedName } from '../stores/names-store';
import { tellError } from '../stores/notices-store';
import { isQuick } from '../stores/quick-mode';
import { debounced } from './debounced';
import { scheduleEstimate } from './estimates';
import { saveTyped } from './unsaved-drafts';

const TYPING_PAUSE_MS = 300;
/** A long text costs time to hand over, so it is saved and counted less often: one millisecond more per so many characters. */
const CHARACTERS_PER_EXTRA_MS = 2000;

const pendingDraft = debounced();
let pendingKey = '';

/** How long to wait after a key press before work that touches the whole text, in milliseconds. */
const pauseFor = (length: number): number => TYPING_PAUSE_MS + length / CHARACTERS_PER_EXTRA_MS;

const draftNow = (chatId: string | null) => {
  const state = useComposer.getState();
  const text = messageOf(boxOf(state, chatKey(chatId)));
  const options = chatId === null ? state.newChatOptions : null;
  const beside = refsOf(itemsOf(useAttachments.getState(), chatKey(chatId)));
  const role = roleOf(state, chatKey(chatId));
  const name = typedName(chatKey(chatId));
  return { chatId, text, options, ...beside, role, name };
};

/** The chat that does not exist yet is another one in each window. */
const save = (draft: ReturnType<typeof draftNow>): Promise<null> =>
  isQuick && draft.chatId === null
    ? request('quick.saveDraft', { text: draft.text, attachments: draft.attachments })
    : request('chat.saveDraft', draft);

/** Chats whose stored draft was read, and those that were typed in before: saving would then write over it. */
const drafts = new Map<string, 'read' | 'typed'>();

const placeOf = (chatId: string | null) => ({ chatId, quick: isQuick && chatId === null });

/** Until the stored draft was read main holds what is typed, so that nobody quits without knowing of it. */
const noteDraft = (chatId: string | null): void => {
  drafts.set(chatKey(chatId), 'typed');
  const { text } = draftNow(chatId);
  void request('draft.note', { ...placeOf(chatId), text }).catch(tellError);
};

const saveDraft = (chatId: string | null): void => {
  const key = chatKey(chatId);
  if (drafts.get(key) === 'read') void saveTyped(key, () => save(draftNow(chatId)));
  else noteDraft(chatId);
};

/** Saves what is typed in a chat once the person pauses; at once where no earlier save would bring most of it back. */
export const scheduleDraft = (chatId: string | null): void => {
  const key = chatKey(chatId);
  if (drafts.get(key) !== 'read') {
    noteDraft(chatId);
    return;
  }
  // Only one waits: another chat's is saved now rather than forgotten.
  if (pendingKey !== key) pendingDraft.flush();
  pendingKey = key;
  const { text, pasted } = boxOf(useComposer.getState(), key);
  pendingDraft.schedule(() => saveDraft(chatId), pauseFor(text.length + pasted.length));
};

/** Saves what is typed at once, if it is not saved yet. */
export const flushDraft = pendingDraft.flush;

/** Drops the save that waits for this chat: its text is being sent. */
export const cancelDraft = (chatId: string | null): void => {
  if (pendingKey === chatKey(chatId)) pendingDraft.cancel();
};

/** Takes what the person typed into the message box on screen. */
export const typeMessage = (text: string): void => {
  const { chatId } = useConversation.getState();
  typeText(chatKey(chatId), text);
  scheduleDraft(chatId);
  scheduleEstimate(pauseFor(text.length));
};

/** Takes a text too long for the message box on screen; the empty text removes it. */
export const pasteLong = (text: string): void => {
  const { chatId } = useConversation.getState();
  pasteLongText(chatKey(chatId), text);
  scheduleDraft(chatId);
  scheduleEstimate(pauseFor(text.length));
};

/** Puts another text in the place of those that were too long for the message box on screen. */
export const replacePasted = (text: string): void => {
  pasteLong('');
  if (text !== '') pasteLong(text);
};

const putBack = (key: string, { text, attachments = [], role, name }: Draft, isFirst: boolean): void => {
  const { boxes, roles } = useComposer.getState();
  const typed = messageOf(boxOf({ boxes }, key));
  if (text !== '' && (isFirst || boxes[key] === undefined))
    setBoxText(key, messageOf({ text, pasted: typed }));
  if (isFirst) putItemsBefore(key, attachments);
  else restoreItems(key, attachments);
  if (role !== undefined && roles[key] === undefined) chooseRole(key, role);
  restoreName(key, name);
};

/**
 * Puts a stored draft into its box, and what stood beside it. What was put there before the draft could be read follows it;
 * once it was read, the page knows better.
 * @param draft null: none is stored.
 */
export const restoreDraft = (chatId: string | null, draft: Draft | null): void => {
  const key = chatKey(chatId);
  const before = drafts.get(key);
  drafts.set(key, 'read');
  if (draft !== null) putBack(key, draft, before !== 'read');
  if (before === 'typed') scheduleDraft(chatId);
};

/** Brings back what was typed on this page before it was loaded again, while the history cannot be read. */
export const restoreNoted = async (): Promise<void> => {
  const key = chatKey(null);
  if (drafts.has(key)) return;
  drafts.set(key, 'typed');
  const noted = await request('draft.noted', placeOf(null)).catch(() => '');
  if (noted === '') return;
  setBoxText(key, messageOf({ text: noted, pasted: messageOf(boxOf(useComposer.getState(), key)) }));
  scheduleDraft(null);
};

/** Reads what was typed into the small window. Without it there is still a box to type in. */
export const readQuickDraft = async (): Promise<void> => {
  const draft = await request('quick.draft', {}).catch(() => undefined);
  if (draft !== undefined) restoreDraft(null, draft);
};
