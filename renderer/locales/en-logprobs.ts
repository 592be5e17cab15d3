/** Strings of the view of a reply's tokens. */
export const enLogprobs = {
  logprobs: {
    button: 'Logprobs',
    view: 'Tokens and their probabilities',
    loading: 'Reading the probabilities…',
    tokens: 'Tokens',
    legend: 'Probability',
    from: '{{percent}} and more',
    less: 'less than {{percent}}',
    summary_one: '{{tokens}} token · mean probability {{mean}} · perplexity {{perplexity}}',
    summary_other: '{{tokens}} tokens · mean probability {{mean}} · perplexity {{perplexity}}',
    perplexityHint:
      'Perplexity: among how many tokens the model hesitated on average. 1 means no doubt at all.',
    noneTold: 'The server told no probabilities.',
    token: '“{{token}}”, {{percent}}',
    part: '{{token}}, part of “{{character}}”, {{percent}}',
    bytes: 'bytes {{bytes}}',
    empty: 'empty',
    unknown: 'not known',
    alternatives: 'Alternatives to “{{token}}”',
    noAlternatives: 'No alternatives were asked for: set “Top logprobs” and ask again.',
    chosen: 'chosen',
    branch: 'Branch with “{{token}}”',
    partOnly: 'This token is only a part of a character: no text can end with it.',
  },
};
