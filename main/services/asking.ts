import type { OpenedChat } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { RequestInput } from '../../preload/contract/requests';
import { Failure } from '../../preload/contract/result';
import type { CountingRule } from '../backstage/counting-rule';
import type { TurnOrigin } from '../backstage/protocol';
import type { TurnInput } from '../chat/turn-runner';
import type { Turns } from '../chat/turns';
import type { EndpointRegistry } from '../endpoints/registry';
import type { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import { countingRule } from '../models/counting-rule';
import type { RequestBody } from '../openai/request-body';
import { createLeaveOutOnce, type LeaveOutOnce } from './leave-out-once';
import type { ModelsService } from './models-service';
import { planRequest } from './plan-request';

/** What asking needs. */
export interface AskingDeps {
  readonly history: History;
  readonly registry: EndpointRegistry;
  readonly models: ModelsService;
  readonly turns: Turns;
  readonly emit: Emit;
  /** What a month may cost at most, in US dollars, as the settings say now; null: there is no limit. */
  readonly monthlyLimitUsd: () => number | null;
  /** Resolves when the settings hold whatever was chosen before: a limit set a moment ago holds for this request. */
  readonly settingsSettled: () => Promise<void>;
}

/** A message by its chat and its own id. */
interface MessageOfChat {
  readonly chatId: string;
  readonly messageId: string;
}

/** Begins turns: one at a time per chat, written down before anything is sent. */
export interface Asking {
  /**
   * Writes the turn down and starts it. Errors: `chat.busy`, `endpoint.none`, and those of `turn.begin`; then nothing
   * was written and nothing was sent. @param model asked this once instead of the one in `options`, which the chat keeps.
   */
  readonly ask: (origin: TurnOrigin, options: ChatOptions, model?: string) => Promise<OpenedChat>;
  /**
   * Writes down what the calls of a message gave, and asks for the reply to them. When asking fails the results stay: they
   * are messages, below which one can ask again. Errors: those of `chat.addToolResults` and `ask`.
   */
  readonly answerCalls: (results: RequestInput<'chat.sendToolResults'>) => Promise<OpenedChat>;
  /**
   * The same with each of the variants, side by side. A chat that is made with them goes on with `options`, another one
   * keeps its own. Errors: as `ask`; nothing is written or sent when one variant is refused.
   */
  readonly compare: (
    origin: TurnOrigin,
    options: ChatOptions,
    variants: readonly ChatOptions[],
  ) => Promise<OpenedChat>;
  /**
   * Makes an answer's request once more, exactly as it was, at the endpoint it went to. Errors: `chat.busy`,
   * `endpoint.notFound` (it was removed), and those of `turn.repeat`.
   */
  readonly repeat: (target: MessageOfChat) => Promise<OpenedChat>;
  /** Lets the chat's next turn leave out messages although its rule is to ask. */
  readonly leaveOutOnce: (chatId: string) => void;
  /** How tokens are counted for the model these options name. Errors: `endpoint.none`. */
  readonly ruleFor: (options: ChatOptions) => Promise<CountingRule>;
}

/** Writes turns down and starts them. */
const createBeginning = (
  { history, registry, models, turns, emit, monthlyLimitUsd }: AskingDeps,
  once: LeaveOutOnce,
) => {
  const start = (turn: TurnInput): OpenedChat => {
    const { opened } = turn.begun;
    emit('chat.changed', opened.chat);
    turns.start(turn);
    return opened;
  };
  const begin = async (origin: TurnOrigin, wanted: ChatOptions, model?: string): Promise<OpenedChat> => {
    const asked = model === undefined ? wanted : { ...wanted, model };
    const { variant, ...plan } = await planRequest(
      models,
      await registry.resolve(),
      origin,
      once.decide(origin.chatId, asked),
    );
    const own = model === undefined ? {} : { chatOptions: wanted };
    const request = { origin, monthlyLimitUsd: monthlyLimitUsd(), ...variant, ...own };
    return start({ ...plan, begun: await history.call('turn.begin', request) });
  };
  const beginComparison = async (
    origin: TurnOrigin,
    wanted: ChatOptions,
    variants: readonly ChatOptions[],
  ): Promise<OpenedChat> => {
    const endpoint = await registry.resolve();
    const plans = await Promise.all(
      once.decideAll(origin.chatId, variants).map((each) => planRequest(models, endpoint, origin, each)),
    );
    const { id: model } = await models.resolve(endpoint, wanted);
    const { opened, requests } = await history.call('turn.compare', {
      origin,
      chatOptions: { ...wanted, model },
      variants: plans.map(({ variant }) => variant),
      monthlyLimitUsd: monthlyLimitUsd(),
    });
    emit('chat.changed', opened.chat);
    for (const [at, { body }] of plans.entries()) {
      const request = requests[at];
      if (request !== undefined) turns.start({ begun: { opened, ...request }, endpoint, body });
    }
    return opened;
  };
  const repeat = async (target: MessageOfChat): Promise<OpenedChat> => {
    const { endpointId } = await history.call('answer.endpoint', target);
    const endpoint = await registry.resolve(endpointId);
    const { begun, request } = await history.call('turn.repeat', {
      ...target,
      monthlyLimitUsd: monthlyLimitUsd(),
    });
    // It was a body when it was written down.
    return start({ begun, endpoint, body: request.body as unknown as RequestBody });
  };
  return { begin, beginComparison, repeat };
};

/** Puts together endpoint, model, history and turns to ask a question. */
export const createAsking = (deps: AskingDeps): Asking => {
  const { history, registry, models, turns, emit, settingsSettled } = deps;
  const once = createLeaveOutOnce();
  const { begin, beginComparison, repeat } = createBeginning(deps, once);
  const answerCalls = async (results: RequestInput<'chat.sendToolResults'>): Promise<OpenedChat> => {
    const { chat } = await history.call('chat.addToolResults', { ...results, limit: 1 });
    emit('chat.changed', chat);
    const { id: chatId, leafId: messageId } = chat;
    if (messageId === null) throw new Failure('history.notFound', 'The results are gone');
    return begin({ kind: 'answer', chatId, messageId }, chat.options);
  };
  /** Runs a job that starts a turn while nothing else may start one in the same chat. */
  const alone = async (chatId: string, job: () => Promise<OpenedChat>): Promise<OpenedChat> => {
    try {
      const release = turns.claim(chatId);
      return await settingsSettled().then(job).finally(release);
    } finally {
      // What was allowed was meant for this turn, whether it came about or not.
      once.forget(chatId);
    }
  };
  return {
    // A chat that does not exist yet has no id: there can be one such question at a time.
    ask: (origin, options, model) => alone(origin.chatId ?? 'new', () => begin(origin, options, model)),
    compare: (origin, options, variants) =>
      alone(origin.chatId ?? 'new', () => beginComparison(origin, options, variants)),
    answerCalls: (results) => alone(results.chatId, () => answerCalls(results)),
    repeat: (target) => alone(target.chatId, () => repeat(target)),
    leaveOutOnce: once.allow,
    ruleFor: async (options) => {
      const endpoint = await registry.resolve();
      return countingRule(await models.resolve(endpoint, options), options.params);
    },
  };
};
