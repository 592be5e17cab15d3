import type { ChatOrder } from '../../../preload/contract/organise';
import type { Reader } from '../database/database';
import { text } from '../database/row';
import { listFolders } from './folders';
import { listTags } from './tags';

/** More than anyone chooses from. */
const MAX_MODELS = 100;

/** What chats can be ordered by: no query of it reads a message. */
export const readChatOrder = (reader: Reader): ChatOrder => ({
  folders: listFolders(reader),
  tags: listTags(reader),
  models: reader
    .all('SELECT model FROM chat_models GROUP BY model ORDER BY count(*) DESC, model LIMIT ?', [MAX_MODELS])
    .map((row) => text(row, 'model')),
});
