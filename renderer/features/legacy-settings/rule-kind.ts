import {
  defaultTranscriptRule,
  plainTranscriptRule,
  TEXT_PLACE,
  type TranscriptRule,
} from '../../../preload/contract/transcript-rule';

/** How a chat becomes one prompt, as it is chosen. */
export const ruleKinds = ['dialogue', 'plain', 'custom'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The parts of a rule that are typed, in the order they are shown. */
export const ruleParts = ['system', 'user', 'assistant', 'ending'] as const;
export type RulePart = (typeof ruleParts)[number];

/** Longest part, in UTF-16 code units, as the contract has it. */
const MAX_LENGTH = 2000;

const isSame = (one: TranscriptRule, other: TranscriptRule): boolean =>
  ruleParts.every((part) => one[part] === other[part]);

/** What a setting stands for; undefined: not set. */
export const kindOfRule = (rule: TranscriptRule | undefined): RuleKind => {
  if (rule === undefined || isSame(rule, defaultTranscriptRule)) return 'dialogue';
  return isSame(rule, plainTranscriptRule) ? 'plain' : 'custom';
};

/** What is wrong with a typed part of a rule, or null. */
export const partProblem = (part: RulePart, typed: string): 'noText' | 'partTooLong' | null => {
  if (typed.length > MAX_LENGTH) return 'partTooLong';
  return part === 'ending' || typed.split(TEXT_PLACE).length === 2 ? null : 'noText';
};

/**
 * The stop sequence that keeps a model from writing the person's part too: what stands before the person's text. Null:
 * nothing does.
 */
export const stopOfRule = (rule: TranscriptRule = defaultTranscriptRule): string | null => {
  const [before = ''] = rule.user.split(TEXT_PLACE);
  // The field takes one sequence per line.
  const lines = before.split('\n').map((line) => line.trim());
  return lines.findLast((line) => line !== '') ?? null;
};
