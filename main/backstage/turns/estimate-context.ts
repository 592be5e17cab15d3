import type { ContextEstimate } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { findChat } from '../history/chats';
import type { OpInput } from '../protocol';
import type { PathCounts } from '../tokens/path-counts';
import { planTurn } from './plan-turn';

/**
 * What sending the typed text now would hold; with nothing typed, what the chat so far takes.
 * Errors: `history.notFound`.
 */
export const estimateContext = async (
  reader: Reader,
  counts: PathCounts,
  { chatId, text, options, rule }: OpInput<'context.estimate'>,
): Promise<ContextEstimate> => {
  const tipSeq = chatId === null ? null : findChat(reader, chatId).leafSeq;
  const newText = text === '' ? null : text;
  const systemPrompt = options.params.systemPrompt ?? '';
  const plan = await planTurn(counts, {
    tipSeq,
    newText,
    newestMustFit: newText !== null,
    systemPrompt,
    rule,
  });
  return plan.estimate;
};
