import { beforeEach, expect, it } from 'vitest';
import { type ModelInfo, type OfferedModel, unknownFacts } from '../../../preload/contract/models';
import { followAskedModel } from '../../../renderer/actions/endpoints';
import { newConversation, useConversation } from '../../../renderer/stores/conversation-store';
import { modelOf, noModels, unsupportedBy, useModels } from '../../../renderer/stores/models-store';
import { installFakeMain } from './fake-main';

const info = (id: string): ModelInfo => ({
  ...unknownFacts,
  id,
  unsupported: id === 'o3' ? ['temperature'] : [],
});

const listed: OfferedModel = { ...info('listed'), group: 'current' };
const ask = (model: string) => useConversation.setState(newConversation({ model, params: {} }));

let main: ReturnType<typeof installFakeMain>;
beforeEach(() => {
  main = installFakeMain();
  ask('');
  useModels.setState({ ...noModels, models: [listed], defaultModel: 'listed', phase: 'ready' });
});

it('facts of a model that no list names are asked for when a chat means it, so that its settings are right', async () => {
  const undo = followAskedModel();
  ask('listed');
  expect(main.sent('models.list')).toEqual([]);
  ask('o3');
  const [open] = main.sent('models.list');
  expect(open?.input).toEqual({ refresh: false, asked: 'o3' });
  await open?.answer({ models: [listed], defaultModel: 'listed', asked: info('o3') });
  expect(unsupportedBy(useModels.getState(), 'o3')).toEqual(['temperature']);
  expect(modelOf(useModels.getState(), 'listed')).toEqual(listed);
  undo();
});

it('facts of one model are never taken for those of another', () => {
  useModels.setState({ asked: info('o3') });
  expect(modelOf(useModels.getState(), 'o4')).toBeNull();
});
