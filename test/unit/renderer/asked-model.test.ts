import { describe, expect, it } from 'vitest';
import type { EndpointInfo, EndpointKind } from '../../../preload/contract/endpoints';
import { askedModelId } from '../../../renderer/stores/models-store';

const appOn = (kind: EndpointKind) => {
  const endpoint: EndpointInfo = {
    id: 'here',
    kind,
    name: 'Here',
    baseUrl: 'http://127.0.0.1:1/v1',
    apiVersion: null,
    key: { stored: false, lastFour: null, method: null },
  };
  return { endpoints: [endpoint], endpointId: 'here' };
};

describe('the model that is asked', () => {
  it('is the chosen one, and not the default', () => {
    expect(askedModelId('gpt-4o', { defaultModel: 'gpt-4o-mini' }, appOn('openai'))).toBe('gpt-4o');
  });

  it('is named where none is chosen, as main will take it', () => {
    expect(askedModelId('', { defaultModel: 'llama3' }, appOn('compatible'))).toBe('llama3');
  });

  it('is the demo’s own in a chat that came to the demo, and never the demo’s elsewhere', () => {
    expect(askedModelId('gpt-4o', { defaultModel: 'parlance-demo' }, appOn('demo'))).toBe('parlance-demo');
    expect(askedModelId('parlance-demo', { defaultModel: 'gpt-4o-mini' }, appOn('openai'))).toBe(
      'gpt-4o-mini',
    );
  });
});
