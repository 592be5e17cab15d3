/** A day, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * When OpenAI shuts models down, gathered in November 2026 from excerpts of its deprecations page
 * (https://developers.openai.com/api/docs/deprecations) and reports that quote it: to be read again at each release.
 * A date that the endpoint itself gives, or the person sets, stands before these.
 */
const shutdowns: readonly (readonly [date: string, ids: readonly string[]])[] = [
  ['2023-03-23', ['code-davinci-001', 'code-davinci-002', 'code-cushman-001', 'code-cushman-002']],
  [
    '2024-01-04',
    [
      ...['ada', 'babbage', 'curie', 'davinci', 'text-ada-001', 'text-babbage-001', 'text-curie-001'],
      ...['text-davinci-001', 'text-davinci-002', 'text-davinci-003', 'text-davinci-edit-001'],
      'code-davinci-edit-001',
    ],
  ],
  ['2024-12-06', ['gpt-4-vision-preview', 'gpt-4-1106-vision-preview']],
  ['2025-06-06', ['gpt-4-32k', 'gpt-4-32k-0613', 'gpt-4-32k-0314']],
  ['2025-07-14', ['gpt-4.5-preview', 'gpt-4.5-preview-2025-02-27']],
  ['2025-07-28', ['o1-preview', 'o1-preview-2024-09-12']],
  ['2025-10-27', ['o1-mini', 'o1-mini-2024-09-12']],
  ['2026-02-17', ['chatgpt-4o-latest']],
  // Told by OpenAI by mail in September 2025: https://github.com/cognizant-ai-lab/neuro-san/pull/414
  ['2026-03-26', ['gpt-4-0314', 'gpt-4-0125-preview', 'gpt-4-turbo-preview']],
  [
    '2026-07-23',
    [
      ...['gpt-4o-search-preview', 'gpt-4o-search-preview-2025-03-11', 'gpt-4o-mini-search-preview'],
      'gpt-4o-mini-search-preview-2025-03-11',
      ...['gpt-5-chat-latest', 'gpt-5-codex', 'gpt-5.1-chat-latest', 'gpt-5.1-codex', 'gpt-5.1-codex-max'],
      ...['gpt-5.1-codex-mini', 'gpt-5.2-codex', 'o3-deep-research', 'o4-mini-deep-research'],
    ],
  ],
  ['2026-08-10', ['gpt-5.2-chat-latest', 'gpt-5.3-chat-latest']],
  ['2026-09-28', ['gpt-3.5-turbo-instruct', 'gpt-3.5-turbo-1106', 'babbage-002', 'davinci-002']],
  [
    '2026-10-23',
    [
      ...['gpt-3.5-turbo', 'gpt-3.5-turbo-0125', 'gpt-4', 'gpt-4-0613', 'gpt-4-1106-preview', 'gpt-4-turbo'],
      ...['gpt-4-turbo-2024-04-09', 'gpt-4o-2024-05-13', 'gpt-4.1-nano', 'gpt-4.1-nano-2025-04-14'],
      ...['o1', 'o1-2024-12-17', 'o1-pro', 'o1-pro-2025-03-19', 'o3-mini', 'o3-mini-2025-01-31'],
      ...['o4-mini', 'o4-mini-2025-04-16'],
    ],
  ],
  [
    '2026-12-11',
    [
      ...['gpt-5', 'gpt-5-2025-08-07', 'gpt-5-mini', 'gpt-5-mini-2025-08-07', 'gpt-5-nano'],
      ...['gpt-5-nano-2025-08-07', 'gpt-5-pro', 'gpt-5-pro-2025-10-06', 'o3', 'o3-2025-04-16', 'o3-pro'],
      ...['o3-pro-2025-06-10'],
    ],
  ],
  [
    '2027-01-14',
    [
      ...['gpt-4o', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20', 'gpt-4o-mini', 'gpt-4o-mini-2024-07-18'],
      ...['gpt-4.1', 'gpt-4.1-2025-04-14', 'gpt-4.1-mini', 'gpt-4.1-mini-2025-04-14'],
    ],
  ],
  [
    '2027-04-01',
    ['gpt-5.1', 'gpt-5.1-2025-11-13', 'gpt-5.3-codex', 'gpt-5.4-nano', 'gpt-5.4-nano-2026-03-17'],
  ],
];

/** Model id → the day it is shut down. */
export const shutdownDates: ReadonlyMap<string, string> = new Map(
  shutdowns.flatMap(([date, ids]) => ids.map((id) => [id, date] as const)),
);
