import type { SentRequest } from '../../../preload/contract/exchange';
import type { AnswerFacts } from '../../../preload/contract/history';
import { textOf } from '../../../preload/contract/parts';
import { Failure } from '../../../preload/contract/result';
import { defaultTranscriptRule } from '../../../preload/contract/transcript-rule';
import type { Reader } from '../database/database';
import { findChat } from '../history/chats';
import type { StoredMessage } from '../history/messages';
import { findMessage, findMessageOf } from '../history/messages';
import type { Prompt } from '../prompt-message';
import { readPrompt } from './prompt';
import { promptOf } from './transcript-text';

/** An answer that a request made, with all that its request was made of. */
export interface MadeAnswer {
  readonly stored: StoredMessage;
  readonly facts: AnswerFacts;
  readonly sent: SentRequest;
  /** What was asked with: the tree's nodes never change, so it is read from them again. */
  readonly asked: Prompt;
  /** The text that the answer began with: the one it goes on from, else empty. */
  readonly begin: string;
}

/** How many messages of the path that ends with `tip` were sent. */
const sentCount = (reader: Reader, tip: StoredMessage, sentFromId: string | null): number =>
  tip.depth + 1 - (sentFromId === null ? 0 : findMessage(reader, sentFromId).depth);

const tipOf = (
  reader: Reader,
  { message }: StoredMessage,
  continued: StoredMessage | null,
): StoredMessage | null =>
  continued ?? (message.parentId === null ? null : findMessage(reader, message.parentId));

/**
 * Finds an answer and the request that made it. Errors: `history.notFound`, `request.invalid` for a message that no
 * request made, or whose request was not kept.
 */
export const findMadeAnswer = (reader: Reader, chatId: string, messageId: string): MadeAnswer => {
  const stored = findMessageOf(reader, findChat(reader, chatId).seq, messageId);
  const facts = stored.message.answer;
  const sent = facts?.sent;
  if (!(facts && sent)) throw new Failure('request.invalid', 'No request is known of this message');
  const continued = facts.continuesId === null ? null : findMessage(reader, facts.continuesId);
  const tip = tipOf(reader, stored, continued);
  const systemPrompt = facts.params.systemPrompt ?? '';
  const count = tip === null ? 0 : sentCount(reader, tip, facts.sentFromId);
  return {
    stored,
    facts,
    sent,
    asked: promptOf(
      readPrompt(reader, systemPrompt, {
        tipSeq: tip?.seq ?? null,
        count,
        keptIds: facts.keptIds ?? [],
        withoutImages: facts.withoutImages,
      }),
      'prompt' in sent.body ? (facts.params.transcriptRule ?? defaultTranscriptRule) : undefined,
      continued !== null,
    ),
    begin: continued === null ? '' : textOf(continued.message.parts),
  };
};
