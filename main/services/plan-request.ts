import type { ChatOptions, GenerationParams } from '../../preload/contract/parameters';
import { priceAtTier } from '../../preload/contract/price';
import type { TurnOrigin, TurnVariant } from '../backstage/protocol';
import type { ResolvedEndpoint } from '../endpoints/resolved-endpoint';
import { countingRule } from '../models/counting-rule';
import type { RequestBody } from '../openai/request-body';
import { requestBody } from '../openai/request-body';
import { completionUrl } from '../openai/request-url';
import type { ModelsService } from './models-service';

/** A request that is to be written down, then made. */
export interface RequestPlan {
  readonly variant: TurnVariant;
  readonly endpoint: ResolvedEndpoint;
  /** Its messages are still to come. */
  readonly body: RequestBody;
}

/**
 * One half of a reply is gone on from once: several answers would be paid for and dropped. An echo would put the prompt
 * into the middle of it.
 */
const paramsFor = ({ kind }: TurnOrigin, { params }: ChatOptions): GenerationParams => {
  const { n: _several, echo: _echo, ...rest } = params;
  return kind === 'continue' ? rest : params;
};

/** Plans what an endpoint is asked with these options. */
export const planRequest = async (
  models: ModelsService,
  endpoint: ResolvedEndpoint,
  origin: TurnOrigin,
  wanted: ChatOptions,
): Promise<RequestPlan> => {
  const model = await models.resolve(endpoint, wanted);
  const options = { ...wanted, model: model.id };
  const body = requestBody(paramsFor(origin, options), model);
  const variant = {
    options,
    endpointId: endpoint.id,
    rule: countingRule(model, options.params),
    request: { url: completionUrl(endpoint, model.id, model.endpoint), body: { ...body } },
    price: priceAtTier(model.price, options.params.serviceTier),
  };
  return { variant, endpoint, body };
};
