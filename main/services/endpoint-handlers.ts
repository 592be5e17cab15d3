import { checkConnection } from '../endpoints/check-connection';
import { findLocalServers } from '../endpoints/find-local';
import type { EndpointRegistry } from '../endpoints/registry';
import { testConnection } from '../endpoints/test-connection';
import type { HandlersOf } from '../ipc/handlers';
import type { ApiNetwork } from '../network/api-session';
import type { ModelsService } from './models-service';

/** What the handlers of `endpoint.*` and `models.*` work on. */
export interface EndpointHandlerDeps {
  readonly registry: EndpointRegistry;
  readonly models: ModelsService;
  readonly network: ApiNetwork;
  readonly silenceMs: () => number;
}

/** Handlers of `endpoint.*` and `models.*`. Keys go in, never out. */
export const createEndpointHandlers = ({
  registry,
  models,
  network,
  silenceMs,
}: EndpointHandlerDeps): HandlersOf<'endpoint'> & HandlersOf<'models'> => ({
  'endpoint.save': (input) => registry.save(input),
  'endpoint.select': async ({ id }) => {
    await registry.select(id);
    return null;
  },
  'endpoint.remove': async ({ id }) => {
    await registry.remove(id);
    return null;
  },
  'endpoint.removeKey': ({ id }) => registry.removeKey(id),
  'endpoint.test': async ({ id }) =>
    testConnection(await registry.resolve(id), {
      fetch: network.fetchFor('test'),
      silenceMs: silenceMs(),
    }),
  'endpoint.check': async ({ id, model }) => checkConnection(await registry.resolve(id), { network, model }),
  'endpoint.findLocal': () => findLocalServers(network.fetchFor('local')),
  'models.list': async ({ refresh, asked = '' }) => models.list(await registry.resolve(), refresh, asked),
});
