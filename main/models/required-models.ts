import type { ModelFeature, ModelInfo } from '../../preload/contract/models';

/** What is stated of a model beyond doubt; other sources fill only the gaps. */
export interface RequiredModel extends Pick<ModelInfo, 'id' | 'endpoint' | 'formerly'> {
  readonly contextWindow: number;
  readonly maxOutput?: number;
  readonly trainingData: string;
  readonly aliasOf?: string;
  readonly deprecated?: string;
  readonly features?: readonly ModelFeature[];
  readonly note?: 'rarelyOffered';
}

/** Of the models made for November 2023's API. */
const NOVEMBER_2023: readonly ModelFeature[] = ['json_mode', 'seed', 'parallel_tool_calls'];

/** Models that must be in the catalogue with exactly these facts. All of them are counted with cl100k_base. */
export const requiredModels: readonly RequiredModel[] = [
  {
    id: 'gpt-3.5-turbo-1106',
    contextWindow: 16385,
    maxOutput: 4096,
    trainingData: '2021-09',
    endpoint: 'chat',
    features: NOVEMBER_2023,
  },
  // The alias has moved since; what it pointed to before is kept beside it.
  {
    id: 'gpt-3.5-turbo',
    contextWindow: 16_385,
    trainingData: '2021-09',
    endpoint: 'chat',
    aliasOf: 'gpt-3.5-turbo-0125',
    formerly: { aliasOf: 'gpt-3.5-turbo-0613', contextWindow: 4_096 },
  },
  {
    id: 'gpt-3.5-turbo-16k',
    contextWindow: 16385,
    trainingData: '2021-09',
    endpoint: 'chat',
    aliasOf: 'gpt-3.5-turbo-16k-0613',
  },
  { id: 'gpt-3.5-turbo-instruct', contextWindow: 4096, trainingData: '2021-09', endpoint: 'completions' },
  {
    id: 'gpt-3.5-turbo-0613',
    contextWindow: 4096,
    trainingData: '2021-09',
    endpoint: 'chat',
    deprecated: '2024-06-13',
  },
  {
    id: 'gpt-3.5-turbo-16k-0613',
    contextWindow: 16385,
    trainingData: '2021-09',
    endpoint: 'chat',
    deprecated: '2024-06-13',
  },
  {
    id: 'gpt-3.5-turbo-0301',
    contextWindow: 4096,
    trainingData: '2021-09',
    endpoint: 'chat',
    deprecated: '2024-06-13',
  },
  {
    id: 'gpt-4-0125-preview',
    contextWindow: 128000,
    maxOutput: 4096,
    trainingData: '2023-04',
    endpoint: 'chat',
    features: NOVEMBER_2023,
  },
  {
    id: 'gpt-4-turbo-preview',
    contextWindow: 128000,
    maxOutput: 4096,
    trainingData: '2023-04',
    endpoint: 'chat',
    aliasOf: 'gpt-4-0125-preview',
  },
  {
    id: 'gpt-4-1106-preview',
    contextWindow: 128000,
    maxOutput: 4096,
    trainingData: '2023-04',
    endpoint: 'chat',
    features: NOVEMBER_2023,
  },
  {
    id: 'gpt-4-vision-preview',
    contextWindow: 128000,
    maxOutput: 4096,
    trainingData: '2023-04',
    endpoint: 'chat',
    features: [...NOVEMBER_2023, 'vision'],
  },
  { id: 'gpt-4', contextWindow: 8192, trainingData: '2021-09', endpoint: 'chat', aliasOf: 'gpt-4-0613' },
  { id: 'gpt-4-0613', contextWindow: 8192, trainingData: '2021-09', endpoint: 'chat', features: ['tools'] },
  {
    id: 'gpt-4-32k',
    contextWindow: 32768,
    trainingData: '2021-09',
    endpoint: 'chat',
    aliasOf: 'gpt-4-32k-0613',
    note: 'rarelyOffered',
  },
  {
    id: 'gpt-4-32k-0613',
    contextWindow: 32768,
    trainingData: '2021-09',
    endpoint: 'chat',
    features: ['tools'],
    note: 'rarelyOffered',
  },
];
