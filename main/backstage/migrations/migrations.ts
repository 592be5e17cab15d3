import { messageTree } from './0001-message-tree';
import { chatCosts } from './0002-chat-costs';
import { attachments } from './0003-attachments';
import { journalChannels } from './0004-journal-channels';
import { pinsAndSpending } from './0005-pins-and-spending';
import { comparisons } from './0006-comparisons';
import { search } from './0007-search';
import { pinnedAndArchivedChats } from './0008-pinned-and-archived-chats';
import { imports } from './0009-imports';
import { order } from './0010-order';
import { trashAndEdits } from './0011-trash-and-edits';
import { mirror } from './0012-mirror';
import { prompts } from './0013-prompts';
import { wholeDrafts } from './0014-whole-drafts';
import { readingPlaces } from './0015-reading-places';
import { searchedFiles } from './0016-searched-files';
import { searchedReasoning } from './0017-searched-reasoning';
import { growingChats } from './0018-growing-chats';
import { quickDraft } from './0019-quick-draft';
import { quickAttachments } from './0020-quick-attachments';
import type { Migration } from './migration';

/** Every step in order. Append only: a step that was released is never changed. */
export const migrations: readonly Migration[] = [
  messageTree,
  chatCosts,
  attachments,
  journalChannels,
  pinsAndSpending,
  comparisons,
  search,
  pinnedAndArchivedChats,
  imports,
  order,
  trashAndEdits,
  mirror,
  prompts,
  wholeDrafts,
  readingPlaces,
  searchedFiles,
  searchedReasoning,
  growingChats,
  quickDraft,
  quickAttachments,
];
