import type { Role } from '../../../preload/contract/history';
import { TEXT_PLACE, type TranscriptRule } from '../../../preload/contract/transcript-rule';
import type { Prompt, PromptMessage } from '../prompt-message';

const templateOf = (rule: TranscriptRule, role: Role): string => {
  if (role === 'assistant') return rule.assistant;
  return role === 'user' || role === 'tool' ? rule.user : rule.system;
};

const contentText = ({ content }: PromptMessage): string => {
  if (content === null || typeof content === 'string') return content ?? '';
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
};

interface Rendered {
  /** The template up to its text, and the text. */
  readonly begun: string;
  /** What the template has after it. */
  readonly rest: string;
}

const render = (rule: TranscriptRule, message: PromptMessage): Rendered => {
  const [before = '', rest = ''] = templateOf(rule, message.role).split(TEXT_PLACE);
  const text = contentText(message);
  // A reply to "Assistant:" begins with the space that the template has too: it must not stand there twice.
  const start = /\s$/.test(before) ? text.trimStart() : text;
  return { begun: before + start, rest };
};

const whole = ({ begun, rest }: Rendered): string => (/^\s/.test(rest) ? begun.trimEnd() : begun) + rest;

/**
 * The one text that messages are asked with at the legacy Completions endpoint: each through its role's template, then
 * the ending; what has no text, as a call alone, is left out. White space at the edge of a text gives way to that of its template.
 * @param continues true: the model goes on with the last message, which therefore stands there without its template's
 *   rest, and without the ending.
 */
export const transcriptText = (
  messages: readonly PromptMessage[],
  rule: TranscriptRule,
  continues: boolean,
): string => {
  const said = messages.filter((message) => contentText(message) !== '');
  const rendered = said.map((message) => render(rule, message));
  const last = rendered.at(-1);
  // A reply that was cut before its first word is not there to be gone on with.
  const goesOn = continues && said.at(-1)?.role === 'assistant';
  if (!goesOn || last === undefined) return rendered.map(whole).join('') + rule.ending;
  return rendered.slice(0, -1).map(whole).join('') + last.begun;
};

/** How many calls of functions the messages hold, none of which gets into the one text. */
export const countCalls = (messages: readonly PromptMessage[]): number =>
  messages.reduce((count, { tool_calls: calls = [] }) => count + calls.length, 0);

/** What messages are asked with. @param rule that of the legacy Completions endpoint; undefined for chat. */
export const promptOf = (
  messages: readonly PromptMessage[],
  rule: TranscriptRule | undefined,
  continues: boolean,
): Prompt => ({
  prompt: messages,
  ...(rule === undefined ? {} : { transcript: transcriptText(messages, rule, continues) }),
});
