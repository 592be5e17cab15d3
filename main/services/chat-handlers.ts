import type { OpenedChat, TranscriptPage } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import { withLiveTexts } from '../chat/live-transcript';
import type { Turns } from '../chat/turns';
import type { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import type { HandlersOf } from '../ipc/handlers';
import type { Asking } from './asking';

/** Chats on a page of the list. */
export const LIST_PAGE_LENGTH = 60;
/** Messages on a page of a transcript. */
const TRANSCRIPT_PAGE_LENGTH = 40;

/** What the handlers of `chat.*` work on. */
export interface ChatHandlerDeps {
  readonly history: History;
  readonly asking: Asking;
  readonly turns: Turns;
  readonly emit: Emit;
}

type Reading =
  | 'chat.list'
  | 'chat.open'
  | 'chat.earlier'
  | 'chat.selectBranch'
  | 'chat.estimate'
  | 'chat.answerRecord';
type Handlers = HandlersOf<'chat'>;

const createReading = ({ history, asking, turns }: ChatHandlerDeps): Pick<Handlers, Reading> => {
  const limit = TRANSCRIPT_PAGE_LENGTH;
  // The database is up to 250 ms behind what streams.
  const fresh = (page: TranscriptPage) => withLiveTexts(page, (message) => turns.current(message));
  const freshChat = (opened: OpenedChat) => ({ ...opened, transcript: fresh(opened.transcript) });
  return {
    'chat.list': ({ cursor }) => history.call('chat.page', { cursor, limit: LIST_PAGE_LENGTH }),
    'chat.open': async (input) => freshChat(await history.call('chat.open', { ...input, limit })),
    'chat.earlier': async (input) => fresh(await history.call('chat.earlier', { ...input, limit })),
    'chat.selectBranch': async (input) =>
      freshChat(await history.call('chat.selectBranch', { ...input, limit })),
    'chat.estimate': async (input) =>
      history.call('context.estimate', { ...input, rule: await asking.ruleFor(input.options) }),
    'chat.answerRecord': (target) => history.call('answer.record', target),
  };
};

type Asked = 'chat.send' | 'chat.regenerate' | 'chat.continue' | 'chat.repeat' | 'chat.stop';

const createAskingHandlers = ({ history, asking, turns }: ChatHandlerDeps): Pick<Handlers, Asked> => {
  const optionsOf = async (chatId: string): Promise<ChatOptions> =>
    (await history.call('chat.open', { chatId, limit: 1 })).chat.options;
  return {
    'chat.send': ({ options, ...question }) => asking.ask({ kind: 'send', ...question }, options),
    'chat.regenerate': async (target) =>
      asking.ask({ kind: 'regenerate', ...target }, await optionsOf(target.chatId)),
    'chat.continue': async (target) =>
      asking.ask({ kind: 'continue', ...target }, await optionsOf(target.chatId)),
    'chat.repeat': (target) => asking.repeat(target),
    'chat.stop': async ({ chatId }) => {
      turns.stop(chatId);
      return null;
    },
  };
};

type Keeping = Exclude<keyof Handlers, Reading | Asked | Writing>;

const createKeeping = ({ history, turns, emit }: ChatHandlerDeps): Pick<Handlers, Keeping> => ({
  'chat.rename': async (input) => {
    const chat = await history.call('chat.rename', input);
    emit('chat.changed', chat);
    return chat;
  },
  'chat.setOptions': async (input) => {
    const chat = await history.call('chat.setOptions', input);
    emit('chat.changed', chat);
    return chat;
  },
  'chat.delete': async ({ chatId }) => {
    turns.stop(chatId);
    await history.call('chat.delete', { chatId });
    emit('chat.removed', { chatId });
    return null;
  },
  'chat.restore': async ({ chatId }) => {
    const chat = await history.call('chat.restore', { chatId });
    emit('chat.changed', chat);
    return chat;
  },
  'chat.saveDraft': (input) => history.call('draft.save', input),
});

type Writing = 'chat.addMessage' | 'chat.changePath';

const createWriting = ({ history, turns, emit }: ChatHandlerDeps): Pick<Handlers, Writing> => {
  const limit = TRANSCRIPT_PAGE_LENGTH;
  const write = async (chatId: string | null, make: () => Promise<OpenedChat>): Promise<OpenedChat> => {
    // Neither below a reply that is being written, nor twice at once.
    const release = turns.claim(chatId ?? 'new');
    try {
      const opened = await make();
      emit('chat.changed', opened.chat);
      return opened;
    } finally {
      release();
    }
  };
  return {
    'chat.addMessage': (input) =>
      write(input.chatId, () => history.call('chat.addMessage', { ...input, limit })),
    'chat.changePath': (input) =>
      write(input.chatId, () => history.call('chat.changePath', { ...input, limit })),
  };
};

/** Handlers of `chat.*`. */
export const createChatHandlers = (deps: ChatHandlerDeps): Handlers => ({
  ...createReading(deps),
  ...createAskingHandlers(deps),
  ...createWriting(deps),
  ...createKeeping(deps),
});
