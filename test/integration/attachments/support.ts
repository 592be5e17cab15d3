import type { AttachmentRef } from '../../../preload/contract/attachments';
import type { Driver } from '../backstage/support';

export const add = (driver: Driver, name: string, bytes: Uint8Array, mime = '') =>
  driver.call('attachment.add', { name, mime, bytes });

/** What the far side would get for a question. */
export const contentOf = async (
  driver: Driver,
  chatId: string | null,
  text: string,
  refs: readonly AttachmentRef[],
) => {
  const turn = await driver.begin({ kind: 'send', chatId, text, attachments: refs });
  for (const answer of turn.answers) await driver.finish(answer.id, 'Seen');
  return { turn, content: turn.prompt.at(-1)?.content };
};
