import * as z from 'zod/mini';
import { contentHash } from '../../../preload/contract/attachments';
import { requiredText, uuid } from '../../../preload/contract/bounds';
import { typedName } from '../../../preload/contract/message-text';
import { MAX_FOLDER_DEPTH, MAX_TAGS } from '../../../preload/contract/organise';
import { chatOptions, generationParams } from '../../../preload/contract/parameters';
import { imageDetails } from '../../../preload/contract/parts';
import { errorCodes } from '../../../preload/contract/result';
import { roles } from '../../../preload/contract/roles';
import type { ChatFile, ManifestFile } from '../export/chat-file';
import { mapInTurns } from './pacer';

/** Anyone may have written the file: what the page would stumble over is checked, what it does not know is kept. */
const count = z.int().check(z.gte(0));
const time = z.int().check(z.gte(0), z.lte(8.64e15));
const text = z.string();

const attachment = { hash: contentHash, name: requiredText(255), mime: text, size: count };

const part = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text }),
  z.looseObject({ type: z.literal('reasoning'), text }),
  z.looseObject({ type: z.literal('toolCall'), id: text, name: text, arguments: text }),
  z.looseObject({ type: z.literal('toolResult'), callId: text, text }),
  z.looseObject({
    type: z.literal('image'),
    ...attachment,
    width: count,
    height: count,
    detail: z.enum(imageDetails),
  }),
  z.looseObject({ type: z.literal('file'), ...attachment, textHash: contentHash, textLength: count }),
]);

const usage = z.looseObject({
  promptTokens: z.number(),
  completionTokens: z.number(),
  totalTokens: z.number(),
  cachedTokens: z.optional(z.number()),
  cacheWriteTokens: z.optional(z.number()),
});

const rates = {
  input: z.number(),
  cachedInput: z.nullable(z.number()),
  cacheWrite: z.nullable(z.number()),
  output: z.number(),
};
const price = z.looseObject({
  ...rates,
  long: z.nullable(z.looseObject({ ...rates, above: z.number() })),
});

const milliseconds = z.nullable(z.number());
const headers = z.array(z.tuple([text, text]));

const sent = z.looseObject({
  url: text,
  body: z.record(text, z.unknown()),
  headers,
  digest: z.nullable(text),
  tries: z.nullable(z.number()),
  refusedParameter: z.nullable(text),
});

const facts = z.looseObject({
  turnId: text,
  endpointId: text,
  comparisonId: z.optional(z.nullable(text)),
  model: text,
  answeredModel: z.nullable(text),
  params: count,
  continuesId: z.nullable(text),
  sentFromId: z.nullable(text),
  keptIds: z.optional(z.array(text)),
  logprobTokens: z.optional(count),
  finishReason: z.nullable(text),
  usage: z.nullable(usage),
  price: z.optional(z.nullable(price)),
  systemFingerprint: z.nullable(text),
  requestId: z.nullable(text),
  timings: z.nullable(
    z.looseObject({ headersMs: milliseconds, firstTokenMs: milliseconds, totalMs: z.number() }),
  ),
  error: z.nullable(
    z.looseObject({
      code: z.enum(errorCodes),
      message: text,
      detail: z.optional(z.record(text, z.union([text, z.number()]))),
    }),
  ),
  estimate: z.nullable(z.looseObject({ promptTokens: z.number(), exact: z.boolean() })),
  sent: z.nullable(sent),
  received: z.nullable(z.looseObject({ status: z.number(), headers })),
  repeats: z.nullable(z.looseObject({ messageId: text, systemFingerprint: z.nullable(text) })),
});

const chance = {
  token: text,
  bytes: z.nullable(z.array(z.number())),
  logprob: z.nullable(z.number()),
};

const message = z.strictObject({
  id: uuid,
  parentId: z.nullable(uuid),
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  status: z.enum(['complete', 'stopped', 'interrupted', 'failed']),
  name: z.optional(z.nullable(text.check(z.regex(/^\P{Cc}{0,64}$/u)))),
  parts: z.array(part),
  pinned: z.optional(z.boolean()),
  createdAt: time,
  answer: z.nullable(facts),
  logprobs: z.optional(z.array(z.looseObject({ ...chance, top: z.array(z.looseObject(chance)) }))),
});

const attached = z.optional(
  z.array(part).check(z.refine((parts) => parts.every(({ type }) => type === 'image' || type === 'file'))),
);

const draft = z.looseObject({
  text,
  options: z.nullable(chatOptions),
  attachments: attached,
  role: z.optional(z.enum(roles)),
  name: z.optional(typedName),
});

const editDraft = z.looseObject({
  messageId: uuid,
  text: z.nullable(text),
  attachments: attached,
  name: z.optional(typedName),
});

/** Messages are looked at one by one: there may be very many. */
const chatFile = z.looseObject({
  parlance: z.literal(1),
  kind: z.literal('chat'),
  chat: z.looseObject({
    id: uuid,
    title: text,
    createdAt: time,
    updatedAt: time,
    leafId: z.nullable(uuid),
    options: chatOptions,
    costUsd: z.nullable(z.number()),
    unpricedRequests: count,
    pinnedAt: z.nullable(time),
    archivedAt: z.nullable(time),
    folder: z.optional(z.array(text).check(z.maxLength(MAX_FOLDER_DEPTH))),
    tags: z.optional(z.array(text).check(z.maxLength(MAX_TAGS))),
    trashedAt: z.optional(time),
    draft: z.optional(draft),
    resultDrafts: z.optional(z.array(z.strictObject({ messageId: uuid, callId: text, text }))),
    editDrafts: z.optional(z.array(editDraft)),
  }),
  messages: z.array(z.unknown()),
  paramSets: z.array(generationParams),
  attachments: z.optional(z.array(z.looseObject({ hash: contentHash, mime: text, base64: text }))),
});

const manifest = z.looseObject({
  parlance: z.number(),
  kind: z.literal('export'),
  // One that cannot be read must not cost the chats.
  draft: z.catch(z.optional(draft), undefined),
});

/** What a value is: a chat's file, the last file of an export, or neither. */
export const parseChatFile = async (value: unknown): Promise<ChatFile | ManifestFile | null> => {
  const chat = chatFile.safeParse(value);
  if (chat.success) {
    const messages = await mapInTurns(chat.data.messages, (each) => message.safeParse(each));
    const sound = messages.flatMap(({ success, data }) => (success ? [data] : []));
    return sound.length < messages.length ? null : ({ ...chat.data, messages: sound } as ChatFile);
  }
  const last = manifest.safeParse(value);
  return last.success ? (last.data as ManifestFile) : null;
};
