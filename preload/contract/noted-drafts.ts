import * as z from 'zod/mini';
import { longText, uuid } from './bounds';
import { request } from './request-spec';

/** Where something is typed: in a chat, or (null) for the chat that does not exist yet, which is another one in each window. */
const place = { chatId: z.nullable(uuid), quick: z.boolean() };

/** Requests about what is typed where the draft before it cannot be read yet: while the history is locked, or being opened. */
export const notedDraftRequests = {
  /** Main keeps it in memory: there is no key yet to write it with. Nobody quits unasked while it holds one. */
  'draft.note': request<null>()(z.strictObject({ ...place, text: longText })),
  /** What it holds; empty: nothing. A page that was loaded again has it from here. */
  'draft.noted': request<string>()(z.strictObject(place)),
};
