import type { DemoRequest } from './demo-request';
import { wordsFor } from './demo-words';

/** Longest stretch of the person's own text that is echoed, in UTF-16 code units. */
const MAX_ECHO = 600;

const shortened = (text: string): string => (text.length > MAX_ECHO ? `${text.slice(0, MAX_ECHO)}…` : text);

const quote = (text: string): string =>
  shortened(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const lastOf = (request: DemoRequest, role: string): string | undefined =>
  request.messages.findLast((message) => message.role === role)?.content;

/**
 * The demo's reply in Markdown: what Parlance is, and what the request held. Nothing of its headers.
 * @param choiceIndex from 0.
 */
export const demoReply = (request: DemoRequest, choiceIndex: number): string => {
  const question = lastOf(request, 'user') ?? '';
  const words = wordsFor(question);
  const last = request.messages.at(-1);
  if (last?.role === 'assistant') return words.continuation;
  if (last?.role === 'tool') return words.result(quote(last.content));
  const systemPrompt = lastOf(request, 'system');
  return words.reply({
    quoted: quote(question),
    messageCount: request.messages.length,
    systemPrompt: systemPrompt === undefined ? null : shortened(systemPrompt).replace(/\s+/g, ' '),
    settings: request.settings,
    answer: choiceIndex + 1,
    answers: request.n,
  });
};
