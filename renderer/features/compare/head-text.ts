import type { TFunction } from 'i18next';
import type { AnswerHead } from '../../stores/answer-heads';

/** Longest value shown in a head, in UTF-16 code units: a system prompt may be pages long. */
const LONGEST = 120;

const isLabelled = (t: TFunction, key: string): boolean => t(key as 'params.temperature') !== key;

const valueText = (t: TFunction, value: unknown): string => {
  if (value === undefined) return t('params.notSent');
  const level = `params.level.${String(value)}`;
  if (typeof value === 'string' && isLabelled(t, level)) return t(level as 'params.level.low');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

const nameText = (t: TFunction, name: string): string =>
  isLabelled(t, `params.${name}`) ? t(`params.${name}` as 'params.temperature') : name;

/** A generation setting with its value. */
export const paramText = (t: TFunction, name: string, value: unknown): string =>
  t('compare.setting', { name: nameText(t, name), value: valueText(t, value) });

/**
 * What an answer is called among those beside it.
 * @param at its place, from 0, for answers that nothing sets apart; @param count how many there are.
 */
export const headText = (t: TFunction, head: AnswerHead, at: number, count: number): string => {
  const settings = head.settings.map(({ name, value }) => paramText(t, name, value));
  const parts = [...(head.model === null ? [] : [head.model]), ...settings];
  if (parts.length === 0) return t('transcript.answerOf', { index: at + 1, count });
  return [...parts, ...(head.number === null ? [] : [`#${head.number}`])].join(' · ');
};
