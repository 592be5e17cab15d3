import type { OpenedChat } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { CountingRule, TurnOrigin } from '../backstage/protocol';
import type { Turns } from '../chat/turns';
import type { EndpointRegistry } from '../endpoints/registry';
import type { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import { countingRule } from '../models/counting-rule';
import type { ModelsService } from './models-service';

/** What asking needs. */
export interface AskingDeps {
  readonly history: History;
  readonly registry: EndpointRegistry;
  readonly models: ModelsService;
  readonly turns: Turns;
  readonly emit: Emit;
}

/** Begins turns: one at a time per chat, written down before anything is sent. */
export interface Asking {
  /**
   * Writes the turn down and starts it. Errors: `chat.busy`, `endpoint.none`, and those of `turn.begin`; then nothing
   * was written and nothing was sent.
   */
  readonly ask: (origin: TurnOrigin, options: ChatOptions) => Promise<OpenedChat>;
  /** How tokens are counted for the model these options name. Errors: `endpoint.none`. */
  readonly ruleFor: (options: ChatOptions) => Promise<CountingRule>;
}

/** Puts together endpoint, model, history and turns to ask a question. */
export const createAsking = ({ history, registry, models, turns, emit }: AskingDeps): Asking => {
  const begin = async (origin: TurnOrigin, wanted: ChatOptions): Promise<OpenedChat> => {
    const endpoint = await registry.resolve();
    const model = await models.resolve(endpoint, wanted);
    const options = { ...wanted, model: model.id };
    const rule = countingRule(model, options.params);
    const begun = await history.call('turn.begin', { origin, options, endpointId: endpoint.id, rule });
    emit('chat.changed', begun.opened.chat);
    turns.start({ begun, endpoint, model, params: options.params });
    return begun.opened;
  };
  return {
    ask: async (origin, options) => {
      // A chat that does not exist yet has no id: there can be one such question at a time.
      const release = turns.claim(origin.chatId ?? 'new');
      try {
        return await begin(origin, options);
      } finally {
        release();
      }
    },
    ruleFor: async (options) => {
      const endpoint = await registry.resolve();
      return countingRule(await models.resolve(endpoint, options), options.params);
    },
  };
};
