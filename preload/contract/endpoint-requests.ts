import * as z from 'zod/mini';
import { boundedText, endpointId, modelId } from './bounds';
import type { ConnectionReport, EndpointInfo, LocalServer } from './endpoints';
import { endpointInput } from './endpoints';
import type { OfferedModels } from './models';
import type { CheckFinding } from './network';
import { request } from './request-spec';

const nothing = z.strictObject({});

/** What the page can ask about endpoints and the models they offer. */
export const endpointRequests = {
  'endpoint.save': request<EndpointInfo>()(endpointInput),
  'endpoint.select': request<null>()(z.strictObject({ id: endpointId })),
  'endpoint.remove': request<null>()(z.strictObject({ id: endpointId })),
  'endpoint.removeKey': request<EndpointInfo>()(z.strictObject({ id: endpointId })),
  'endpoint.test': request<ConnectionReport>()(z.strictObject({ id: endpointId })),
  'endpoint.check': request<readonly CheckFinding[]>()(
    z.strictObject({ id: endpointId, model: boundedText(200) }),
  ),
  'endpoint.findLocal': request<readonly LocalServer[]>()(nothing),
  /** `asked` is a model that the page needs the facts of, whether the server lists it or not. */
  'models.list': request<OfferedModels>()(
    z.strictObject({ refresh: z.boolean(), asked: z.optional(modelId) }),
  ),
} as const;
