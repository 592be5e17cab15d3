import type { AttachmentRef } from '../../preload/contract/attachments';
import type { Role } from '../../preload/contract/history';
import type { ChatOptions } from '../../preload/contract/parameters';
import type { CountingRule } from './counting-rule';

/** What would be sent: a chat's path (null: none yet) and below it the typed text, unless that is empty. */
export interface ContextQuestion {
  readonly chatId: string | null;
  readonly text: string;
  /** Whose message the typed text is; absent: the user's. */
  readonly role?: Role | undefined;
  readonly name?: string | undefined;
  readonly options: ChatOptions;
  readonly attachments?: readonly AttachmentRef[] | undefined;
  readonly rule: CountingRule;
  /** The answer whose question is to be asked again, with nothing typed; absent: the chat goes on from its leaf. */
  readonly answerId?: string | undefined;
}
