import type { Role } from '../../../preload/contract/history';
import type { EncodingName } from '../../../preload/contract/models';
import type { CountingRule } from '../counting-rule';
import { tokenizerFor } from './tokenizer';

/** Tokens of messages under one rule. */
export interface CostTable {
  /** Tokens of a message with that many tokens of content, its name's included. */
  readonly message: (role: Role, contentTokens: number, hasName?: boolean) => number;
}

/** The encoding that a rule counts with; where the model's own is not known, that of OpenAI's present models. */
export const encodingOf = (rule: CountingRule): EncodingName => rule.encoding ?? 'o200k_base';

/**
 * What messages cost by OpenAI's recipe (Cookbook, "How to count tokens with tiktoken"):
 * `perMessage` + the role's tokens + the content's tokens, and `perName` where there is a name.
 */
export const costTable = async (rule: CountingRule): Promise<CostTable> => {
  const tokenizer = tokenizerFor(encodingOf(rule));
  const [system, user, assistant, developer, tool] = await Promise.all([
    tokenizer.count('system'),
    tokenizer.count('user'),
    tokenizer.count('assistant'),
    tokenizer.count('developer'),
    tokenizer.count('tool'),
  ]);
  const roles = { system, user, assistant, developer, tool };
  return {
    message: (role, contentTokens, hasName = false) =>
      rule.perMessage + roles[role] + contentTokens + (hasName ? rule.perName : 0),
  };
};
