import type { Attachment } from '../../../preload/contract/attachments';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import type { FilePart, MessagePart } from '../../../preload/contract/parts';
import { findAttachments } from '../attachments/blobs';
import { contentText, imagesOf } from '../attachments/content-text';
import { countFile, countFilesAndText } from '../attachments/count-files';
import type { Reader } from '../database/database';
import { findChat } from '../history/chats';
import { findMessageOf } from '../history/messages';
import type { ContextQuestion } from '../protocol-context';
import { countImages } from '../tokens/image-tokens';
import { encodingOf } from '../tokens/message-cost';
import type { PathCounts } from '../tokens/path-counts';
import type { RequestPlan } from './plan-request';
import { planRequest } from './plan-request';

const tipOf = (reader: Reader, chatId: string, answerId: string | undefined): number | null => {
  const { seq, leafSeq } = findChat(reader, chatId);
  return answerId === undefined ? leafSeq : findMessageOf(reader, seq, answerId).parentSeq;
};

const isFile = (attachment: Attachment): attachment is FilePart => attachment.type === 'file';

const planFor = async (
  reader: Reader,
  counts: PathCounts,
  { chatId, text, role = 'user', name, options, rule, answerId, attachments }: ContextQuestion,
): Promise<RequestPlan> => {
  const tipSeq = chatId === null ? null : tipOf(reader, chatId, answerId);
  const beside = findAttachments(reader, attachments);
  const parts: readonly MessagePart[] = [{ type: 'text', text }, ...beside];
  const newText = text === '' && beside.length === 0 ? null : contentText(reader, parts);
  const newTokens = await countFilesAndText(reader, encodingOf(rule), beside.filter(isFile), text);
  const systemPrompt = options.params.systemPrompt ?? '';
  return planRequest(reader, counts, {
    tipSeq,
    newText,
    newTokens,
    newImages: imagesOf(beside),
    role,
    name: name ?? null,
    continues: false,
    newestMustFit: newText !== null || answerId !== undefined,
    systemPrompt,
    rule,
  });
};

const tokensOf = (
  reader: Reader,
  rule: ContextQuestion['rule'],
  attachment: Attachment,
): number | Promise<number> =>
  attachment.type === 'image'
    ? countImages(rule, [attachment]).tokens
    : countFile(reader, encodingOf(rule), attachment);

const countAttachments = async (
  reader: Reader,
  { attachments, rule }: ContextQuestion,
): Promise<Pick<ContextEstimate, 'attachmentTokens'>> => {
  const counted: { readonly hash: string; readonly tokens: number }[] = [];
  for (const attachment of findAttachments(reader, attachments))
    if (attachment.type === 'file' || rule.takesImages !== false)
      counted.push({ hash: attachment.hash, tokens: await tokensOf(reader, rule, attachment) });
  return counted.length === 0 ? {} : { attachmentTokens: counted };
};

/**
 * What sending the typed text now would hold; with nothing typed, what the chat so far takes.
 * Errors: `history.notFound`.
 */
export const estimateContext = async (
  reader: Reader,
  counts: PathCounts,
  input: ContextQuestion,
): Promise<ContextEstimate> => {
  const { estimate } = await planFor(reader, counts, input);
  return { ...estimate, ...(await countAttachments(reader, input)) };
};

/** The very text that sending now would ask with; null for chat, which has messages. Errors: `history.notFound`. */
export const previewTranscript = async (
  reader: Reader,
  counts: PathCounts,
  input: ContextQuestion,
): Promise<string | null> => (await planFor(reader, counts, input)).transcript ?? null;
