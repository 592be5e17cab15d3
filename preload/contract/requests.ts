import * as z from 'zod/mini';
import type { Attachment, AttachmentBytes } from './attachments';
import { attachmentInput, attachmentRefs, contentHash } from './attachments';
import { boundedText, integerBetween, longText, modelId, requiredText, uuid } from './bounds';
import type { ContextEstimate } from './context-estimate';
import { endpointRequests } from './endpoint-requests';
import type { AnswerRecord } from './exchange';
import { frameRequests } from './frames';
import type { Chat, ChatPage, Message, OpenedChat, TranscriptPage } from './history';
import { imageRequests } from './images';
import { keepingRequests } from './keeping-requests';
import type { TokenChance } from './logprobs';
import { messageName, typedName } from './message-text';
import { nativeRequests } from './native';
import { networkRequests } from './network';
import { notedDraftRequests } from './noted-drafts';
import type { OpenedFromOutside } from './opened';
import { chatFilter } from './organise';
import { organiseRequests } from './organise-requests';
import type { ChatOptions } from './parameters';
import { chatOptions, chatTitle, MAX_BIASES, variants } from './parameters';
import { pathChange } from './path-change';
import { promptRequests } from './prompts';
import { readingPlace } from './reading-place';
import { type RequestSpec, request } from './request-spec';
import { roles } from './roles';
import { type ChatFinds, queryText, type SearchPage, searchInput } from './search';
import type { Settings } from './settings';
import { settingsPatch } from './settings';
import { settingsRequests } from './settings-file';
import type { Snapshot, VaultInfo } from './snapshot';
import { spellingRequests } from './spelling';
import type { MonthSpending } from './spending';
import { dataRequests } from './stored-data';
import type { TokenCount } from './token-count';
import { toolResults } from './tools';
import { transferRequests } from './transfer-requests';
import { updateRequests } from './update-requests';

const nothing = z.strictObject({});
const chatId = z.strictObject({ chatId: uuid });
const messageOfChat = z.strictObject({ chatId: uuid, messageId: uuid });

/** What is about to be sent. */
const contextQuestion = z.strictObject({
  chatId: z.nullable(uuid),
  text: longText,
  /** Whose message it is; absent: the user's. */
  role: z.optional(z.enum(roles)),
  name: z.optional(messageName),
  options: chatOptions,
  attachments: attachmentRefs,
  /** The answer whose question would be asked again; absent: `text` would be sent. */
  answerId: z.optional(uuid),
});

/**
 * Every request the page can make, and the whole of what it can make: route → input schema and output type.
 * Unknown keys are rejected and every string and array is bounded.
 */
export const requests = {
  'app.snapshot': request<Snapshot>()(nothing),
  'app.takeOpened': request<OpenedFromOutside>()(nothing),
  'app.openExternal': request<null>()(z.strictObject({ url: requiredText(4000) })),
  /** Main asks where; the page only proposes a name and never learns the place. */
  'app.saveText': request<null>()(z.strictObject({ name: requiredText(100), text: longText })),

  'settings.update': request<Settings>()(settingsPatch),

  'vault.setPassphrase': request<VaultInfo>()(z.strictObject({ passphrase: boundedText(1000) })),
  'vault.removePassphrase': request<VaultInfo>()(nothing),
  'vault.unlock': request<null>()(z.strictObject({ passphrase: boundedText(1000) })),
  'vault.recover': request<null>()(z.strictObject({ recoveryKey: boundedText(200) })),
  /** Shown by main in a window of its own: the page never holds it. */
  'vault.showRecoveryKey': request<null>()(nothing),
  /** Sets a history that cannot be opened aside (nothing is deleted) and starts an empty one. */
  'vault.startNewHistory': request<null>()(nothing),

  'chat.list': request<ChatPage>()(
    z.strictObject({
      cursor: z.nullable(
        z.strictObject({ updatedAt: z.number(), id: uuid, isPinned: z.optional(z.literal(true)) }),
      ),
      filter: z.optional(chatFilter),
    }),
  ),
  /** Opens a chat at its end, or `atPlace` where its reader left it. */
  'chat.open': request<OpenedChat>()(z.strictObject({ chatId: uuid, atPlace: z.optional(z.boolean()) })),
  'chat.savePlace': request<null>()(z.strictObject({ chatId: uuid, place: z.nullable(readingPlace) })),
  /** Opens a chat at one of its messages, whichever branch it is on. */
  'chat.openAt': request<OpenedChat>()(messageOfChat),
  /** The messages at the places `from` to `from + count` of the path that ends with `leafId`. */
  'chat.stretch': request<TranscriptPage>()(
    z.strictObject({
      chatId: uuid,
      leafId: uuid,
      from: integerBetween(0, 100_000_000),
      count: integerBetween(1, 200),
    }),
  ),
  /** Where a text stands on the path that ends with `leafId`. */
  'chat.find': request<ChatFinds>()(z.strictObject({ chatId: uuid, leafId: uuid, text: queryText })),
  /** Looks through all chats. Every query is answered. */
  'search.messages': request<SearchPage>()(searchInput),

  'chat.rename': request<Chat>()(z.strictObject({ chatId: uuid, title: chatTitle })),
  'chat.pin': request<Chat>()(z.strictObject({ chatId: uuid, isPinned: z.boolean() })),
  'chat.archive': request<Chat>()(z.strictObject({ chatId: uuid, isArchived: z.boolean() })),
  'chat.setOptions': request<Chat>()(z.strictObject({ chatId: uuid, options: chatOptions })),
  'chat.delete': request<null>()(chatId),
  'chat.restore': request<Chat>()(chatId),
  'chat.selectBranch': request<OpenedChat>()(messageOfChat),
  'chat.saveDraft': request<null>()(
    z.strictObject({
      chatId: z.nullable(uuid),
      text: longText,
      options: z.nullable(chatOptions),
      attachments: attachmentRefs,
      /** Whose message it is; absent: the user's. */
      role: z.optional(z.enum(roles)),
      name: z.optional(typedName),
    }),
  ),

  /** Takes a file in; it is named with a draft or a message afterwards. */
  'attachment.add': request<Attachment>()(attachmentInput),
  'attachment.read': request<AttachmentBytes>()(z.strictObject({ hash: contentHash })),

  /**
   * Appends the user's message and starts its answers. `chatId` null starts a new chat. `parentId` is the message it
   * hangs from: undefined means the current leaf, null the chat's root (an edited first message).
   */
  'chat.send': request<OpenedChat>()(
    z.strictObject({
      chatId: z.nullable(uuid),
      parentId: z.optional(z.nullable(uuid)),
      text: longText,
      /** Whose message it is; absent: the user's. */
      role: z.optional(z.enum(roles)),
      name: z.optional(messageName),
      options: chatOptions,
      attachments: attachmentRefs,
      /** Asks with each of these, side by side, instead of with `options`. */
      compare: z.optional(variants),
      /** Asks this model this once; the chat keeps its own. */
      model: z.optional(modelId),
    }),
  ),
  /** Appends a message as context only: nobody is asked. `chatId` null starts a new chat. */
  'chat.addMessage': request<OpenedChat>()(
    z.strictObject({
      chatId: z.nullable(uuid),
      role: z.enum(roles),
      name: z.optional(messageName),
      text: longText,
      options: chatOptions,
      attachments: attachmentRefs,
    }),
  ),
  /** Keeps what is typed as the result of a call; an empty text forgets it. */
  'chat.saveResultDraft': request<null>()(
    z.strictObject({ chatId: uuid, messageId: uuid, callId: requiredText(1000), text: longText }),
  ),
  /** Appends what every call of a message gave, a message each, and asks for the reply to them. */
  'chat.sendToolResults': request<OpenedChat>()(
    z.strictObject({ chatId: uuid, messageId: uuid, results: toolResults }),
  ),
  /** Asks for a reply to a message that has none below it. */
  'chat.answer': request<OpenedChat>()(messageOfChat),
  /** Edits, deletes or moves a message of the chat's path; the former path stays as a branch. */
  'chat.changePath': request<OpenedChat>()(z.strictObject({ chatId: uuid, change: pathChange })),
  /** Answers the same question once more, as a sibling; with `compare` several times, with each of these. */
  'chat.regenerate': request<OpenedChat>()(
    z.strictObject({ chatId: uuid, messageId: uuid, compare: z.optional(variants) }),
  ),
  /** What the newest comparison of a chat was asked with, a variant each; empty where there is none. */
  'chat.lastComparison': request<readonly ChatOptions[]>()(chatId),
  /** Messages of a chat, those of other branches too, in the order asked for. */
  'chat.messages': request<readonly Message[]>()(
    z.strictObject({ chatId: uuid, messageIds: z.array(uuid).check(z.minLength(1), z.maxLength(100)) }),
  ),
  /** Goes on from a cut reply, as a sibling that begins with its text. */
  'chat.continue': request<OpenedChat>()(messageOfChat),
  /** Makes the request of an answer once more, exactly as it was, for answers beside it. */
  'chat.repeat': request<OpenedChat>()(messageOfChat),
  /** The exact JSON sent and received for an answer. */
  'chat.answerRecord': request<AnswerRecord>()(messageOfChat),
  /** Ends what the chat is being answered with, or only the request of one answer. */
  'chat.stop': request<null>()(z.strictObject({ chatId: uuid, messageId: z.optional(uuid) })),
  /** The probabilities that an answer's tokens came with; none where they were not asked for. */
  'chat.logprobs': request<readonly TokenChance[]>()(messageOfChat),
  /** What could have stood in the place of an answer's token `at`, from 0; likeliest first. */
  'chat.alternatives': request<readonly TokenChance[]>()(
    z.strictObject({ chatId: uuid, messageId: uuid, at: integerBetween(0, 100_000_000) }),
  ),
  /** Writes a text beside an answer and goes on from it, as the answer itself would be gone on from. */
  'chat.branchText': request<OpenedChat>()(z.strictObject({ chatId: uuid, messageId: uuid, text: longText })),
  /** The very text that sending now would ask the legacy Completions endpoint with; null for chat models. */
  'chat.transcript': request<string | null>()(contextQuestion),
  'chat.estimate': request<ContextEstimate>()(contextQuestion),

  /** Pins a message so that it stays in the context, or takes the pin away. */
  'message.pin': request<Message>()(z.strictObject({ chatId: uuid, messageId: uuid, pinned: z.boolean() })),
  /** The tokens a message takes in a prompt of the model that the options name. */
  'message.count': request<TokenCount>()(
    z.strictObject({ chatId: uuid, messageId: uuid, options: chatOptions }),
  ),
  /** Lets the chat's next request leave out messages although its rule is to ask. */
  'context.leaveOutOnce': request<null>()(chatId),
  /** Token ids of a text in the encoding of the model that the options name; null where it is not known. */
  'tokens.encode': request<readonly number[] | null>()(
    z.strictObject({ text: boundedText(2000), options: chatOptions }),
  ),
  /** What tokens stand for, null where there is no such token; null altogether where the encoding is not known. */
  'tokens.decode': request<readonly (string | null)[] | null>()(
    z.strictObject({
      ids: z.array(integerBetween(0, 9_999_999)).check(z.maxLength(MAX_BIASES)),
      options: chatOptions,
    }),
  ),
  /** What each month has cost, latest first. */
  'spending.list': request<readonly MonthSpending[]>()(nothing),

  ...dataRequests,
  ...endpointRequests,
  ...frameRequests,
  ...imageRequests,
  ...organiseRequests,
  ...keepingRequests,
  ...nativeRequests,
  ...notedDraftRequests,
  ...networkRequests,
  ...promptRequests,
  ...settingsRequests,
  ...spellingRequests,
  ...transferRequests,
  ...updateRequests,
} as const;

/** All requests. */
export type Requests = typeof requests;
/** The name of a request. */
export type Route = keyof Requests;
/** What a request takes. */
export type RequestInput<R extends Route> = z.infer<Requests[R]['input']>;
/** What a request answers with when it succeeds. */
export type RequestOutput<R extends Route> =
  Requests[R] extends RequestSpec<z.ZodMiniType, infer O> ? O : never;
