import type { EndpointInfo, EndpointInput } from '../../preload/contract/endpoints';
import { request } from '../ipc/client';
import { useModels } from '../stores/models-store';
import { tellError } from '../stores/notices-store';

let latestList = 0;

/** Loads the current endpoint's models; `refresh` asks the server again. The latest question's answer wins. */
export const loadModels = async (refresh: boolean): Promise<void> => {
  latestList += 1;
  const turn = latestList;
  useModels.setState({ phase: 'loading' });
  try {
    const offered = await request('models.list', { refresh });
    if (turn === latestList) useModels.setState({ ...offered, phase: 'ready' });
  } catch {
    if (turn === latestList) useModels.setState({ phase: 'failed' });
  }
};

/** Makes an endpoint the current one. */
export const selectEndpoint = async (id: string): Promise<void> => {
  await request('endpoint.select', { id }).catch(tellError);
};

/**
 * Saves an endpoint and makes it the current one.
 * @throws Failure `endpoint.invalidUrl`, `endpoint.invalidKey` and others, for the form to show.
 */
export const saveEndpoint = async (input: EndpointInput): Promise<EndpointInfo> => {
  const saved = await request('endpoint.save', input);
  await request('endpoint.select', { id: saved.id });
  return saved;
};
