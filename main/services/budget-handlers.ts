import type { ModelInfo } from '../../preload/contract/models';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';
import type { Asking } from './asking';

/** What the handlers of `message.*`, `context.*`, `tokens.*` and `spending.*` work on. */
export interface BudgetHandlerDeps {
  readonly history: History;
  readonly asking: Asking;
  /** The model that these options name. Errors: `endpoint.none`. */
  readonly modelFor: (options: ChatOptions) => Promise<ModelInfo>;
}

type Topic = 'message' | 'context' | 'tokens' | 'spending';

/** Handlers of what a context holds and costs. */
export const createBudgetHandlers = ({
  history,
  asking,
  modelFor,
}: BudgetHandlerDeps): HandlersOf<Topic> => ({
  'message.pin': (input) => history.call('message.pin', input),
  'message.count': async ({ options, ...target }) =>
    history.call('message.count', { ...target, rule: await asking.ruleFor(options) }),
  'context.leaveOutOnce': async ({ chatId }) => {
    asking.leaveOutOnce(chatId);
    return null;
  },
  'tokens.encode': async ({ text, options }) => {
    const { encoding } = await modelFor(options);
    if (encoding === null) return null;
    const { ids } = await history.call('tokens.encode', { encoding, text });
    return ids;
  },
  'tokens.decode': async ({ ids, options }) => {
    const { encoding } = await modelFor(options);
    if (encoding === null) return null;
    const { texts } = await history.call('tokens.decode', { encoding, ids });
    return texts;
  },
  'spending.list': () => history.call('spending.list', null),
});
