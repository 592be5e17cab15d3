import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../main/models/catalogue';
import { countingRule } from '../../../main/models/counting-rule';
import { requiredModels } from '../../../main/models/required-models';
import { legacyParams } from '../../../preload/contract/models';

const catalogue = await loadCatalogue();

const listed = (id: string, shutdownDate: string | null = null) => ({ id, shutdownDate });

describe('required models', () => {
  it.each([
    ['gpt-3.5-turbo-1106', 16385, '2021-09', 'chat'],
    ['gpt-3.5-turbo-16k', 16385, '2021-09', 'chat'],
    ['gpt-3.5-turbo-instruct', 4096, '2021-09', 'completions'],
    ['gpt-3.5-turbo-0613', 4096, '2021-09', 'chat'],
    ['gpt-3.5-turbo-16k-0613', 16385, '2021-09', 'chat'],
    ['gpt-3.5-turbo-0301', 4096, '2021-09', 'chat'],
    ['gpt-4-0125-preview', 128000, '2023-04', 'chat'],
    ['gpt-4-turbo-preview', 128000, '2023-04', 'chat'],
    ['gpt-4-1106-preview', 128000, '2023-04', 'chat'],
    ['gpt-4-vision-preview', 128000, '2023-04', 'chat'],
    ['gpt-4', 8192, '2021-09', 'chat'],
    ['gpt-4-0613', 8192, '2021-09', 'chat'],
    ['gpt-4-32k', 32768, '2021-09', 'chat'],
    ['gpt-4-32k-0613', 32768, '2021-09', 'chat'],
  ])(
    '%s keeps its stated facts whatever the metadata package says',
    (id, contextWindow, trainingData, endpoint) => {
      expect(catalogue.modelInfo(id)).toMatchObject({
        id,
        contextWindow,
        trainingData,
        endpoint,
        encoding: 'cl100k_base',
      });
    },
  );

  it.each([
    ['gpt-3.5-turbo-1106', ['json_mode', 'seed', 'parallel_tool_calls']],
    ['gpt-4-0125-preview', ['json_mode', 'seed', 'parallel_tool_calls']],
    ['gpt-4-1106-preview', ['json_mode', 'seed', 'parallel_tool_calls']],
    ['gpt-4-vision-preview', ['json_mode', 'seed', 'parallel_tool_calls', 'vision']],
    ['gpt-4-0613', ['tools']],
    ['gpt-4-32k-0613', ['tools']],
  ])('%s can do what is stated of it', (id, features) => {
    expect(catalogue.modelInfo(id).features).toEqual(features);
  });

  it('know what they take, what warns of them and when they stop', () => {
    expect(catalogue.modelInfo('gpt-4-vision-preview').modalities).toEqual(['text', 'image']);
    expect(catalogue.modelInfo('gpt-4-32k').note).toBe('rarelyOffered');
    expect(catalogue.modelInfo('gpt-3.5-turbo-0301').deprecated).toBe('2024-06-13');
    expect(catalogue.modelInfo('gpt-4o')).toMatchObject({
      deprecated: '2027-01-14',
      modalities: ['text', 'image'],
    });
  });

  it('shows the moved alias gpt-3.5-turbo with its present window, and keeps what it was', () => {
    expect(catalogue.modelInfo('gpt-3.5-turbo')).toMatchObject({
      contextWindow: 16385,
      aliasOf: 'gpt-3.5-turbo-0125',
      formerly: { aliasOf: 'gpt-3.5-turbo-0613', contextWindow: 4096 },
    });
  });

  it('are all offered, also where the endpoint lists none of them', () => {
    const ids = catalogue.listModels('openai', [listed('gpt-4o')]).map((model) => model.id);
    expect(ids).toEqual(expect.arrayContaining(['gpt-4-32k-0613', 'gpt-3.5-turbo-0301', 'gpt-4o']));
  });
});

describe('variants', () => {
  it.each([
    ['gpt-4o-2099-01-01', 'gpt-4o'],
    ['ft:gpt-4o-mini:my-org::abc123', 'gpt-4o-mini'],
    ['ft:gpt-4o-mini-2024-07-18:my-org:name:abc123', 'gpt-4o-mini'],
    ['openai/gpt-4o', 'gpt-4o'],
    ['gpt-35-turbo', 'gpt-3.5-turbo'],
    ['gpt-3.5-turbo-9999', 'gpt-3.5-turbo'],
  ])('%s is not taken for an unknown model', (id, base) => {
    const { contextWindow, maxOutput, encoding, maxTokensName } = catalogue.modelInfo(base);
    expect(contextWindow).not.toBeNull();
    expect(catalogue.modelInfo(id)).toMatchObject({ id, contextWindow, maxOutput, encoding, maxTokensName });
  });

  it('leaves everything open for a model nobody knows, so that no setting is withheld from it', () => {
    expect(catalogue.modelInfo('llama3.2:3b')).toMatchObject({
      contextWindow: null,
      encoding: null,
      unsupported: legacyParams,
      maxTokensName: 'max_tokens',
    });
  });
});

describe('parameters', () => {
  it.each(['o1', 'o3-mini', 'o4-mini', 'gpt-5', 'gpt-5.4-mini'])(
    '%s is not sent max_tokens or a temperature it refuses',
    (id) => {
      const info = catalogue.modelInfo(id);
      expect(info.maxTokensName).toBe('max_completion_tokens');
      expect(info.unsupported).toEqual(expect.arrayContaining(['temperature', 'topP', 'presencePenalty']));
      expect(info.unsupported).not.toContain('reasoningEffort');
    },
  );

  it.each(['gpt-4o', 'gpt-4.1', 'gpt-3.5-turbo'])(
    '%s keeps its temperature and gets no reasoning effort',
    (id) => {
      expect(catalogue.modelInfo(id)).toMatchObject({
        maxTokensName: 'max_tokens',
        unsupported: expect.arrayContaining(['reasoningEffort']),
      });
    },
  );
});

describe('the list', () => {
  it('offers what another server has, and apart from it what is known though that server does not list it', () => {
    const models = catalogue.listModels('compatible', [listed('llama3.2:3b')]);
    expect(models.filter(({ group }) => group !== 'unlisted').map(({ id }) => id)).toEqual(['llama3.2:3b']);
    const unlisted = new Map(models.map((model) => [model.id, model]));
    for (const { id, contextWindow } of requiredModels)
      expect(unlisted.get(id)).toMatchObject({ contextWindow, group: 'unlisted' });
    expect(catalogue.listModels('demo', [listed('parlance-demo')])).toHaveLength(1);
  });

  it('leaves out models that make no text', () => {
    const ids = catalogue
      .listModels('openai', [listed('dall-e-3'), listed('gpt-4o')])
      .map((model) => model.id);
    expect(ids).not.toContain('dall-e-3');
    expect(ids).not.toContain('text-embedding-3-small');
  });

  it('puts every model in its group: usable, unknown to everyone but the server, deprecated, of no use here', () => {
    const groups = new Map(
      catalogue
        .listModels('openai', [listed('gpt-5.4'), listed('gpt-4-0613'), listed('my-secret-model')])
        .map(({ id, group }) => [id, group]),
    );
    expect(groups.get('gpt-5.4')).toBe('current');
    expect(groups.get('my-secret-model')).toBe('server');
    expect(groups.get('gpt-4-0613')).toBe('deprecated');
    expect(groups.get('gpt-5.2')).toBe('other');
    expect(groups.get('gpt-3.5-turbo-instruct')).toBe('other');
  });

  it('calls no model unlisted where there is no list', () => {
    const groups = new Map(catalogue.listModels('openai', []).map(({ id, group }) => [id, group]));
    expect(groups.get('gpt-5.2')).toBe('current');
  });

  it('takes the day of a shutdown from the server, which knows it better than a list made in November 2026', () => {
    const [model] = catalogue.listModels('compatible', [listed('gpt-5.4', '2028-02-03')]);
    expect(model).toMatchObject({ deprecated: '2028-02-03', group: 'deprecated' });
    const [stated] = catalogue.listModels('compatible', [listed('gpt-3.5-turbo-0613', '2028-02-03')]);
    expect(stated?.deprecated).toBe('2024-06-13');
  });

  it('tells of every old completions model when it is shut down, and offers no name that the API never had', () => {
    const models = catalogue.listModels('openai', []);
    const completing = models.filter(({ endpoint }) => endpoint === 'completions');
    expect(completing.filter(({ deprecated }) => typeof deprecated !== 'string')).toEqual([]);
    expect(completing.find(({ id }) => id === 'gpt-3.5-turbo-instruct')?.deprecated).toBe('2026-09-28');
    expect(models.map(({ id }) => id)).not.toContain('gpt-3.5');
  });

  it('does not begin with retired models', () => {
    expect(catalogue.listModels('openai', [])[0]?.deprecated).toBeNull();
  });
});

describe('counting rule', () => {
  const ruleOf = (id: string, maxTokens?: number) =>
    countingRule(catalogue.modelInfo(id), maxTokens === undefined ? {} : { maxTokens });

  it('keeps a quarter of a small window free, not all of it, for a model that may write 8192 of 8192 tokens', () => {
    expect(ruleOf('gpt-4').reservedTokens).toBe(2048);
  });
  it('keeps no more free than the model can write', () => {
    expect(ruleOf('gpt-4-0125-preview').reservedTokens).toBe(4096);
  });
  it('obeys Max tokens, but never reserves more than the window', () => {
    expect(ruleOf('gpt-4', 100).reservedTokens).toBe(100);
    expect(ruleOf('gpt-4', 9_000_000).reservedTokens).toBe(8192);
  });
  it('counts four tokens per message for gpt-3.5-turbo-0301 alone', () => {
    expect(ruleOf('gpt-3.5-turbo-0301').perMessage).toBe(4);
    expect(ruleOf('gpt-3.5-turbo-0613').perMessage).toBe(3);
  });
  it('tells of images only where it is known that a model takes none', () => {
    expect(ruleOf('gpt-3.5-turbo').takesImages).toBe(false);
    expect(ruleOf('gpt-3.5-turbo-instruct').takesImages).toBe(false);
    for (const id of ['gpt-4o', 'gpt-5.4', 'mystery']) expect(ruleOf(id).takesImages).toBeUndefined();
  });
  it('reserves nothing it cannot know of an unknown model', () => {
    expect(ruleOf('mystery')).toMatchObject({ contextWindow: null, reservedTokens: 0, encoding: null });
  });
});
