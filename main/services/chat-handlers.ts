import type { OpenedChat, TranscriptPage } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { RequestInput } from '../../preload/contract/requests';
import type { TurnOrigin } from '../backstage/protocol';
import { withLiveTexts } from '../chat/live-transcript';
import type { RefusedDrafts } from '../chat/refused-drafts';
import type { Turns } from '../chat/turns';
import type { History } from '../history/history';
import { LIST_PAGE_LENGTH } from '../history/last-chats';
import type { Emit } from '../ipc/emit';
import type { HandlersOf } from '../ipc/handlers';
import type { Asking } from './asking';

/** Chats on a later page: who goes on is looking for something, and a list that is not in view costs little. */
const NEXT_PAGE_LENGTH = 500;
/** Messages on a page of a transcript. */
export const TRANSCRIPT_PAGE_LENGTH = 40;

/** What the handlers of `chat.*` work on. */
export interface ChatHandlerDeps {
  readonly history: History;
  readonly asking: Asking;
  readonly turns: Turns;
  readonly drafts: RefusedDrafts;
  readonly emit: Emit;
}

type Placing = 'chat.openAt' | 'chat.savePlace' | 'chat.stretch' | 'chat.find';
type Reading =
  | 'chat.list'
  | 'chat.open'
  | 'chat.selectBranch'
  | 'chat.estimate'
  | 'chat.transcript'
  | 'chat.logprobs'
  | 'chat.alternatives'
  | 'chat.answerRecord'
  | 'chat.lastComparison'
  | 'chat.messages';
type Handlers = HandlersOf<'chat'>;

/** The database is up to 250 ms behind what streams. */
const freshly = ({ turns }: ChatHandlerDeps) => {
  const fresh = (page: TranscriptPage) => withLiveTexts(page, (message) => turns.current(message));
  const freshChat = (opened: OpenedChat) => ({ ...opened, transcript: fresh(opened.transcript) });
  return { fresh, freshChat };
};

const createPlacing = (deps: ChatHandlerDeps): Pick<Handlers, Placing> => {
  const { history } = deps;
  const { fresh, freshChat } = freshly(deps);
  const limit = TRANSCRIPT_PAGE_LENGTH;
  return {
    'chat.openAt': async (input) => freshChat(await history.call('chat.openAt', { ...input, limit })),
    'chat.savePlace': (input) => history.call('chat.savePlace', input),
    'chat.stretch': async (input) => fresh(await history.call('chat.stretch', input)),
    'chat.find': (input) => history.call('chat.find', input),
  };
};

const createReading = (deps: ChatHandlerDeps): Pick<Handlers, Reading> => {
  const { history, asking, turns } = deps;
  const { freshChat } = freshly(deps);
  const limit = TRANSCRIPT_PAGE_LENGTH;
  return {
    'chat.list': (input) =>
      history.call('chat.page', {
        ...input,
        limit: input.cursor === null ? LIST_PAGE_LENGTH : NEXT_PAGE_LENGTH,
      }),
    'chat.open': async ({ chatId, atPlace = false }) =>
      freshChat(await history.call(atPlace ? 'chat.openAtPlace' : 'chat.open', { chatId, limit })),
    'chat.selectBranch': async (input) =>
      freshChat(await history.call('chat.selectBranch', { ...input, limit })),
    'chat.estimate': async (input) =>
      history.call('context.estimate', { ...input, rule: await asking.ruleFor(input.options) }),
    'chat.transcript': async (input) =>
      history.call('context.transcript', { ...input, rule: await asking.ruleFor(input.options) }),
    'chat.logprobs': (target) => history.call('answer.logprobs', target),
    'chat.alternatives': (target) => history.call('answer.alternatives', target),
    'chat.answerRecord': (target) => history.call('answer.record', target),
    'chat.lastComparison': (target) => history.call('chat.lastComparison', target),
    'chat.messages': async (input) =>
      (await history.call('chat.messages', input)).map((message) => turns.current(message)),
  };
};

type Asked =
  | 'chat.answer'
  | 'chat.sendToolResults'
  | 'chat.send'
  | 'chat.regenerate'
  | 'chat.continue'
  | 'chat.branchText'
  | 'chat.repeat'
  | 'chat.stop';

const createAskingHandlers = ({ history, asking, turns }: ChatHandlerDeps): Pick<Handlers, Asked> => {
  const optionsOf = async (chatId: string): Promise<ChatOptions> =>
    (await history.call('chat.open', { chatId, limit: 1 })).chat.options;
  /** A compared answer is gone on from by whom it is from, however the chat is answered. */
  const optionsToGoOn = async ({
    chatId,
    messageId,
  }: RequestInput<'chat.continue'>): Promise<ChatOptions> => {
    const [message] = await history.call('chat.messages', { chatId, messageIds: [messageId] });
    const answer = message?.answer ?? null;
    return answer?.comparisonId ? { model: answer.model, params: answer.params } : optionsOf(chatId);
  };
  const ask = (
    origin: TurnOrigin,
    options: ChatOptions,
    compare: readonly ChatOptions[] | undefined,
    model?: string,
  ) =>
    compare === undefined ? asking.ask(origin, options, model) : asking.compare(origin, options, compare);
  return {
    'chat.send': ({ options, compare, model, ...question }) =>
      ask({ kind: 'send', ...question }, options, compare, model),
    'chat.regenerate': async ({ compare, ...target }) =>
      ask({ kind: 'regenerate', ...target }, await optionsOf(target.chatId), compare),
    'chat.continue': async (target) =>
      asking.ask({ kind: 'continue', ...target }, await optionsToGoOn(target)),
    'chat.branchText': async ({ text, ...target }) => {
      const options = await optionsToGoOn(target);
      const { messageId } = await history.call('answer.branchText', { ...target, text });
      return asking.ask({ kind: 'continue', chatId: target.chatId, messageId }, options);
    },
    'chat.answer': async (target) =>
      asking.ask({ kind: 'answer', ...target }, await optionsOf(target.chatId)),
    'chat.sendToolResults': (results) => asking.answerCalls(results),
    'chat.repeat': (target) => asking.repeat(target),
    'chat.stop': async ({ chatId, messageId }) => {
      turns.stop(chatId, messageId);
      return null;
    },
  };
};

type Keeping = Exclude<keyof Handlers, Placing | Reading | Asked | Writing>;

const createKeeping = ({ history, turns, drafts, emit }: ChatHandlerDeps): Pick<Handlers, Keeping> => ({
  'chat.rename': async (input) => {
    const chat = await history.call('chat.rename', input);
    emit('chat.changed', chat);
    return chat;
  },
  'chat.pin': async (input) => {
    const chat = await history.call('chat.pin', input);
    emit('chat.changed', chat);
    return chat;
  },
  'chat.archive': async (input) => {
    const chat = await history.call('chat.archive', input);
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
  'chat.saveDraft': (input) => drafts.save(input, () => history.call('draft.save', input)),
  'chat.saveResultDraft': (input) => drafts.save(input, () => history.call('draft.saveResult', input)),
  'chat.saveEditDraft': (input) => drafts.save(input, () => history.call('draft.saveEdit', input)),
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
  ...createPlacing(deps),
  ...createReading(deps),
  ...createAskingHandlers(deps),
  ...createWriting(deps),
  ...createKeeping(deps),
});
