import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { countFinds, findAt, noFinds, showPlace, useFind } from '../stores/find-store';
import { tellError } from '../stores/notices-store';
import { debounced } from './debounced';
import { openChatAt } from './open-at';

/** A long chat is read for every question: not for every key press of a fast typist. */
const PAUSE_MS = 60;

/** A longer selection is not what one looks for. */
const MAX_SELECTED = 200;

const pending = debounced();

const show = (at: number): void => {
  const { finds, text } = useFind.getState();
  const { chatId } = useConversation.getState();
  useFind.setState({ at });
  const found = findAt(finds, at);
  if (found === null || chatId === null) showPlace(null);
  else void openChatAt(chatId, { ...found, found: [text] });
};

/** The first find in what is on screen or below, so that typing does not lead away from where one reads. */
const nearest = (): number => {
  const { finds } = useFind.getState();
  const { entries } = useConversation.getState().transcript;
  const loaded = new Set(entries.map(({ message }) => message.id));
  let before = 0;
  for (const { messageId, count } of finds.messages) {
    if (loaded.has(messageId)) return before;
    before += count;
  }
  return 0;
};

const look = async (keepsPlace: boolean): Promise<void> => {
  const { text, at } = useFind.getState();
  const { chatId, chat } = useConversation.getState();
  const leafId = chat?.leafId ?? null;
  if (chatId === null || leafId === null) return;
  try {
    const finds = await request('chat.find', { chatId, leafId, text });
    const now = useFind.getState();
    if (!now.open || now.text !== text || useConversation.getState().chatId !== chatId) return;
    useFind.setState({ finds });
    if (keepsPlace) useFind.setState({ at: Math.min(at, Math.max(countFinds(finds) - 1, 0)) });
    else show(nearest());
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Looks for a text in the chat on screen, all of it. */
export const typeFind = (text: string): void => {
  useFind.setState({ text });
  if (text === '') {
    pending.cancel();
    useFind.setState({ finds: noFinds, at: 0 });
    showPlace(null);
    return;
  }
  pending.schedule(() => void look(false), PAUSE_MS);
};

/** Looks again in a chat that has changed; the reader stays where he is. */
export const lookAgain = (): void => {
  if (useFind.getState().text !== '') pending.schedule(() => void look(true), PAUSE_MS);
};

/** Shows the next (`by` 1) or previous (-1) find; after the last comes the first. */
export const stepFind = (by: -1 | 1): void => {
  pending.flush();
  const { finds, at } = useFind.getState();
  const count = countFinds(finds);
  if (count > 0) show((at + by + count) % count);
};

/** What is selected is most often what is looked for. */
const selectedText = (): string => {
  const text = window.getSelection()?.toString().trim() ?? '';
  return text.length <= MAX_SELECTED && !text.includes('\n') ? text : '';
};

/** Opens the box to find something in the chat on screen. */
export const openFind = (): void => {
  if (useConversation.getState().chatId === null) return;
  const text = selectedText();
  useFind.setState(({ boxCalls }) => ({ open: true, boxCalls: boxCalls + 1 }));
  typeFind(text === '' ? useFind.getState().text : text);
};

/** Closes it and takes the marks away. */
export const closeFind = (): void => {
  pending.cancel();
  useFind.setState({ open: false, finds: noFinds, at: 0 });
  showPlace(null);
};
