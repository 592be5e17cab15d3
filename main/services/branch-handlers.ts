import type { OpenedChat } from '../../preload/contract/history';
import { withLiveTexts } from '../chat/live-transcript';
import type { HandlersOf } from '../ipc/handlers';
import { type ChatHandlerDeps, TRANSCRIPT_PAGE_LENGTH } from './chat-handlers';

const limit = TRANSCRIPT_PAGE_LENGTH;

/** Handlers of `branch.*`. */
export const createBranchHandlers = ({
  history,
  turns,
  emit,
}: Pick<ChatHandlerDeps, 'history' | 'turns' | 'emit'>): HandlersOf<'branch'> => {
  const tell = (opened: OpenedChat): OpenedChat => {
    emit('chat.changed', opened.chat);
    const transcript = withLiveTexts(opened.transcript, (message) => turns.current(message));
    return { ...opened, transcript };
  };
  /** Not while an answer is being written into the chat, nor twice at once. */
  const alone = async <T>(chatId: string, job: () => Promise<T>): Promise<T> => {
    const release = turns.claim(chatId);
    return await job().finally(release);
  };
  const tellChat = async (chatId: string) =>
    emit('chat.changed', (await history.call('chat.open', { chatId, limit: 1 })).chat);
  return {
    'branch.from': (input) =>
      alone(input.chatId, async () => tell(await history.call('branch.from', { ...input, limit }))),
    'branch.copy': async (input) => tell(await history.call('branch.copy', { ...input, limit })),
    'branch.move': (input) =>
      alone(input.chatId, async () => {
        const { opened, undo } = await history.call('branch.move', { ...input, limit });
        await tellChat(input.chatId);
        return { opened: tell(opened), undo };
      }),
    'branch.moveBack': (input) =>
      alone(input.chatId, () =>
        alone(input.toChatId, async () => {
          const opened = await history.call('branch.moveBack', { ...input, limit });
          emit('chat.removed', { chatId: input.chatId });
          return tell(opened);
        }),
      ),
    'branch.map': (input) => history.call('branch.map', input),
    'branch.beginnings': (input) => history.call('branch.beginnings', input),
  };
};
