import type { Message } from '../../preload/contract/history';
import type { ModelInfo } from '../../preload/contract/models';
import type { GenerationParams } from '../../preload/contract/parameters';
import { costOf, priceAtTier } from '../../preload/contract/price';
import type { Settings } from '../../preload/contract/settings';
import type { TitleMaterial } from '../backstage/protocol-organise';
import type { EndpointRegistry } from '../endpoints/registry';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import type { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import { openClient } from '../openai/client';
import { completionBody } from '../openai/request-body';
import type { CompletionOutcome } from '../openai/stream-completion';
import { streamCompletion } from '../openai/stream-completion';
import type { ModelsService } from './models-service';

/** What titles are asked for with. */
export interface AutoTitleDeps {
  readonly history: History;
  readonly registry: EndpointRegistry;
  readonly models: ModelsService;
  readonly settings: { readonly get: () => Settings };
  readonly fetch: typeof fetch;
  readonly silenceMs: () => number;
  readonly emit: Emit;
}

/** As many as a title of a few words takes. */
const MAX_TOKENS = 20;
/** Of instruction, question and answer together, at most about: 2,000 characters are 2,000 tokens in the worst case. */
const WORST_PROMPT_TOKENS = 2200;
const OPENAI_HOST = 'api.openai.com';

const INSTRUCTION =
  'Write a title of two to six words for the conversation below, in the language it is held in. ' +
  'Answer with the title alone: no quotation marks, no full stop.';

const promptOf = ({ question, answer }: TitleMaterial) =>
  [
    { role: 'system', content: INSTRUCTION },
    { role: 'user', content: `User: ${question}\n\nAssistant: ${answer}` },
  ] as const;

/** Whether the person wants this server to be asked. */
export const mayAsk = (
  choice: Settings['autoTitles'],
  { kind, baseUrl }: Pick<ResolvedEndpoint, 'kind' | 'baseUrl'>,
): boolean => {
  if (choice === 'off' || kind === 'demo') return false;
  return choice === 'all' || new URL(baseUrl).host === OPENAI_HOST;
};

/** A known reasoning model takes an effort, and no temperature; of a model that nobody knows, nothing is known. */
const reasons = ({ unsupported }: Pick<ModelInfo, 'unsupported'>): boolean =>
  unsupported.includes('temperature') && !unsupported.includes('reasoningEffort');

/**
 * What a model is asked for a title with; null: it is not asked. Models that think before they write would spend all tokens
 * on that, and legacy models know no instructions.
 */
export const titleParams = (model: Pick<ModelInfo, 'endpoint' | 'unsupported'>): GenerationParams | null =>
  model.endpoint !== 'chat' || reasons(model) ? null : { maxTokens: MAX_TOKENS };

interface Asked {
  readonly outcome: CompletionOutcome;
  readonly said: string;
}

const ask = async (
  { fetch, silenceMs }: AutoTitleDeps,
  endpoint: ResolvedEndpoint,
  body: Parameters<typeof streamCompletion>[1],
): Promise<Asked> => {
  // No second try: a title is not worth one.
  const client = await openClient(endpoint, { fetch, silenceMs: silenceMs(), maxRetries: 0 });
  const { signal } = new AbortController();
  let said = '';
  const outcome = await streamCompletion(client, body, {
    signal,
    onDelta: ({ text }) => {
      said += text;
    },
  });
  return { outcome, said };
};

const findTitle = async (deps: AutoTitleDeps, chatId: string, answered: Message): Promise<void> => {
  const { history, registry, models, settings, emit } = deps;
  const { answer } = answered;
  if (answer === null || answered.status !== 'complete') return;
  const endpoint = await registry.resolve(answer.endpointId);
  if (!mayAsk(settings.get().autoTitles, endpoint)) return;
  const model = await models.resolve(endpoint, { model: answer.model, params: {} });
  const params = titleParams(model);
  if (params === null) return;
  const price = priceAtTier(model.price, undefined);
  const worst = { promptTokens: WORST_PROMPT_TOKENS, completionTokens: MAX_TOKENS };
  const material = await history.call('title.take', {
    chatId,
    monthlyLimitUsd: settings.get().monthlyLimitUsd,
    worstUsd: price && costOf(price, worst),
  });
  if (material === null) return;
  const askedAt = Date.now();
  const { outcome, said } = await ask(deps, endpoint, completionBody(promptOf(material), params, model));
  const isWhole = outcome.error === null && outcome.choices.get(0)?.finishReason === 'stop';
  const chat = await history.call('title.finish', {
    chatId,
    said: outcome.received === null ? null : isWhole ? said : '',
    endpointId: endpoint.id,
    price,
    usage: outcome.usage,
    askedAt,
  });
  emit('chat.changed', chat);
};

/**
 * Asks the model that gave a chat's first answer for a title, once, beside whatever else goes on. Every failure is silent:
 * the chat keeps its first words as its title.
 */
export const createAutoTitles =
  (deps: AutoTitleDeps) =>
  (chatId: string): void => {
    if (deps.settings.get().autoTitles === 'off') return;
    const find = async () => {
      const { transcript } = await deps.history.call('chat.open', { chatId, limit: 1 });
      const last = transcript.entries.at(-1)?.message;
      if (last !== undefined) await findTitle(deps, chatId, last);
    };
    find().catch(() => undefined);
  };
