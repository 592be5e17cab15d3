import type { ContextEstimate } from '../../../preload/contract/history';
import type { Reader } from '../database/database';
import { findChat } from '../history/chats';
import { findMessageOf } from '../history/messages';
import type { ContextQuestion } from '../protocol';
import type { PathCounts } from '../tokens/path-counts';
import type { RequestPlan } from './plan-request';
import { planRequest } from './plan-request';

const tipOf = (reader: Reader, chatId: string, answerId: string | undefined): number | null => {
  const { seq, leafSeq } = findChat(reader, chatId);
  return answerId === undefined ? leafSeq : findMessageOf(reader, seq, answerId).parentSeq;
};

const planFor = (
  reader: Reader,
  counts: PathCounts,
  { chatId, text, role = 'user', options, rule, answerId }: ContextQuestion,
): Promise<RequestPlan> => {
  const tipSeq = chatId === null ? null : tipOf(reader, chatId, answerId);
  const newText = text === '' ? null : text;
  const systemPrompt = options.params.systemPrompt ?? '';
  return planRequest(reader, counts, {
    tipSeq,
    newText,
    role,
    continues: false,
    newestMustFit: newText !== null,
    systemPrompt,
    rule,
  });
};

/**
 * What sending the typed text now would hold; with nothing typed, what the chat so far takes.
 * Errors: `history.notFound`.
 */
export const estimateContext = async (
  reader: Reader,
  counts: PathCounts,
  input: ContextQuestion,
): Promise<ContextEstimate> => (await planFor(reader, counts, input)).estimate;

/** The very text that sending now would ask with; null for chat, which has messages. Errors: `history.notFound`. */
export const previewTranscript = async (
  reader: Reader,
  counts: PathCounts,
  input: ContextQuestion,
): Promise<string | null> => (await planFor(reader, counts, input)).transcript ?? null;
