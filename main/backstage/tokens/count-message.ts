import { attachmentsOf } from '../../../preload/contract/attachments';
import type { TokenCount } from '../../../preload/contract/token-count';
import { contentText, sentImages } from '../attachments/content-text';
import type { Reader } from '../database/database';
import { findChat } from '../history/chats';
import { findMessageOf } from '../history/messages';
import type { OpInput } from '../protocol';
import { countContent } from './content-tokens';
import { countImages } from './image-tokens';
import { costTable, encodingOf } from './message-cost';
import { tokenizerFor } from './tokenizer';

/** What a message takes in a prompt, by OpenAI's recipe, its role and its name included. Errors: `history.notFound`. */
export const countMessage = async (
  reader: Reader,
  { chatId, messageId, rule }: OpInput<'message.count'>,
): Promise<TokenCount> => {
  const { message } = findMessageOf(reader, findChat(reader, chatId).seq, messageId);
  const { role, parts, name = null } = message;
  const attachments = attachmentsOf(parts);
  const images = countImages(rule, sentImages(role, parts));
  // Files stand in the same text as what was written.
  const said =
    attachments.length === 0 ? parts : [{ type: 'text' as const, text: contentText(reader, parts) }];
  const content = await countContent(tokenizerFor(encodingOf(rule)), said, name);
  const table = await costTable(rule);
  return {
    tokens: table.message(role, content.tokens + images.tokens, name !== null),
    exact: content.exact && images.exact && rule.encoding !== null,
  };
};
