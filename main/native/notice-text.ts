import type { Message } from '../../preload/contract/history';
import { textOf } from '../../preload/contract/parts';
import type { Settings } from '../../preload/contract/settings';
import type { NativeText } from '../app/native-text';

/** What a notification of the system says. */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** The most of a reply that a notification shows, in UTF-16 code units. */
const MAX_BODY = 200;

const beginning = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  // Never half a character.
  return line.length <= MAX_BODY ? line : `${line.slice(0, MAX_BODY).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/**
 * What is told of a reply that has ended: no more of the chat than the person chose. Whoever stands near reads it, and systems
 * keep such texts for a while.
 */
export const noticeText = (
  shows: Exclude<Settings['notifications'], 'off'>,
  title: string,
  { status, parts }: Pick<Message, 'status' | 'parts'>,
  text: NativeText,
): NoticeText => {
  const said = status === 'failed' ? text.replyFailed : text.replyReady;
  if (shows === 'plain' || title === '') return { title: 'Parlance', body: said };
  const reply = shows === 'reply' && status !== 'failed' ? beginning(textOf(parts)) : '';
  return { title, body: reply === '' ? said : reply };
};
