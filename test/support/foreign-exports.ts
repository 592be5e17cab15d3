import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** Made-up exports of other apps, in the shapes that they have. */

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface GptMessage {
  readonly id: string;
  readonly parent: string | null;
  readonly role?: string;
  readonly content?: unknown;
  readonly time?: number;
  readonly model?: string;
  readonly recipient?: string;
  readonly name?: string;
  readonly attachments?: readonly unknown[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** The content of a ChatGPT message that is plain text. */
export const gptText = (text: string) => ({ content_type: 'text', parts: [text] });

/** A conversation of a ChatGPT export; a message without content is a node without message. */
export const gptConversation = (
  id: string,
  messages: readonly GptMessage[],
  changes: Readonly<Record<string, unknown>> = {},
) => ({
  title: `Chat ${id}`,
  create_time: 1_700_000_000.5,
  update_time: 1_700_000_900.25,
  mapping: Object.fromEntries(
    messages.map((message) => [
      message.id,
      {
        id: message.id,
        parent: message.parent,
        children: messages.filter(({ parent }) => parent === message.id).map((child) => child.id),
        message:
          message.content === undefined
            ? null
            : {
                id: message.id,
                author: { role: message.role ?? 'user', name: message.name ?? null, metadata: {} },
                create_time: message.time ?? null,
                content: message.content,
                status: 'finished_successfully',
                weight: 1,
                metadata: {
                  ...(message.model === undefined ? {} : { model_slug: message.model }),
                  ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
                  ...message.metadata,
                },
                recipient: message.recipient ?? 'all',
              },
      },
    ]),
  ),
  current_node: messages.at(-1)?.id ?? null,
  conversation_id: id,
  ...changes,
});

/** A question with two answers, the first of which was gone on from. */
export const branchedConversation = (id = 'b0') =>
  gptConversation(
    id,
    [
      { id: 'root', parent: null },
      { id: 'sys', parent: 'root', role: 'system', content: gptText(''), time: 1_700_000_000 },
      { id: 'q1', parent: 'sys', content: gptText('Which colour is the sky?'), time: 1_700_000_001 },
      {
        id: 'a1',
        parent: 'q1',
        role: 'assistant',
        content: gptText('Blue.'),
        time: 1_700_000_002,
        model: 'gpt-4',
      },
      {
        id: 'a2',
        parent: 'q1',
        role: 'assistant',
        content: gptText('Grey.'),
        time: 1_700_000_003,
        model: 'gpt-4o',
      },
      { id: 'q2', parent: 'a1', content: gptText('And at night?'), time: 1_700_000_004 },
      {
        id: 'a3',
        parent: 'q2',
        role: 'assistant',
        content: gptText('Black.'),
        time: 1_700_000_005,
        model: 'gpt-4',
      },
    ],
    { title: 'Sky' },
  );

/** Writes a ZIP of these files, packed unless told otherwise. */
export const writeZip = async (
  file: string,
  entries: Readonly<Record<string, string | Buffer>>,
  compress = true,
): Promise<void> => {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(entries))
    zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
};

/** A conversation of a Claude export. */
export const claudeConversation = (uuid: string, messages: readonly unknown[]) => ({
  uuid,
  name: `Claude ${uuid}`,
  created_at: '2024-05-01T10:00:00.000000Z',
  updated_at: '2024-05-01T10:10:00.000000Z',
  account: { uuid: 'acc' },
  chat_messages: messages,
});

/** A message of a Claude export. */
export const claudeMessage = (
  uuid: string,
  sender: 'human' | 'assistant',
  text: string,
  changes: Readonly<Record<string, unknown>> = {},
) => ({
  uuid,
  text,
  content: [{ type: 'text', text }],
  sender,
  created_at: '2024-05-01T10:00:01.000000Z',
  updated_at: '2024-05-01T10:00:01.000000Z',
  attachments: [],
  files: [],
  ...changes,
});
