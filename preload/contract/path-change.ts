import * as z from 'zod/mini';
import { attachmentRefs } from './attachments';
import { longText, uuid } from './bounds';
import { messageName } from './message-text';

/**
 * A change to the path of messages that a chat goes along. The messages themselves stay as they are, on the former
 * branch. `by` -1: up, before the message above it; 1: down.
 */
export const pathChange = z.discriminatedUnion('kind', [
  /** `attachments`: what stands beside the text from now on; absent: what stood there before. */
  z.strictObject({
    kind: z.literal('edit'),
    messageId: uuid,
    text: longText,
    attachments: attachmentRefs,
    /** Null: none from now on; absent: as it was. */
    name: z.optional(z.nullable(messageName)),
  }),
  z.strictObject({ kind: z.literal('delete'), messageId: uuid }),
  z.strictObject({ kind: z.literal('move'), messageId: uuid, by: z.union([z.literal(-1), z.literal(1)]) }),
]);

/** A change to the path of messages that a chat goes along. */
export type PathChange = Readonly<z.infer<typeof pathChange>>;
