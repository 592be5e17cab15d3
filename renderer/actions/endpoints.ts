import type { EndpointInfo, EndpointInput } from '../../preload/contract/endpoints';
import { request } from '../ipc/client';
import { useConversation } from '../stores/conversation-store';
import { modelOf, useModels } from '../stores/models-store';
import { tellError } from '../stores/notices-store';

let latestList = 0;

/** Loads the current endpoint's models; `refresh` asks the server again. The latest question's answer wins. */
export const loadModels = (refresh: boolean): Promise<void> => {
  useModels.setState({ phase: 'loading' });
  return askForModels(refresh);
};

const askForModels = async (refresh: boolean): Promise<void> => {
  latestList += 1;
  const turn = latestList;
  const { model } = useConversation.getState().options;
  try {
    const offered = await request('models.list', model === '' ? { refresh } : { refresh, asked: model });
    if (turn === latestList) useModels.setState({ ...offered, phase: 'ready' });
  } catch {
    if (turn === latestList) useModels.setState({ phase: 'failed' });
  }
};

/** Learns the facts of the model of the chat on screen, where it is none of those offered. Returns the undo. */
export const followAskedModel = (): (() => void) =>
  useConversation.subscribe(({ options: { model } }, before) => {
    const list = useModels.getState();
    if (model === before.options.model || list.phase !== 'ready') return;
    if (model !== '' && modelOf(list, model) === null) void askForModels(false);
  });

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
