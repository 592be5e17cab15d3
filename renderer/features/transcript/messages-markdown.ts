import type { TFunction } from 'i18next';
import type { Message } from '../../../preload/contract/history';
import { messageText } from '../../stores/transcript';
import { copiedText } from './copied-text';

/** A message, or a part of it, to be copied with others. */
export interface Said {
  readonly role: Message['role'];
  /** Markdown. */
  readonly text: string;
}

/** All that a message says. */
export const saidIn = (message: Message): Said => ({
  role: message.role,
  text: copiedText(message, messageText(message)),
});

/** Who said it, as a heading. */
export const headingOf = (t: TFunction, role: Message['role']): string =>
  role === 'tool' ? t('transcript.tool') : t(`composer.roles.${role}`);

/** What was said as Markdown, one below the other. */
export const asMarkdown = (t: TFunction, said: readonly Said[]): string =>
  said.map(({ role, text }) => `## ${headingOf(t, role)}\n\n${text}`).join('\n\n');
