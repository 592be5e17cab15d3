import type { TFunction } from 'i18next';
import type { Message } from '../../../preload/contract/history';
import { messageText } from '../../stores/transcript';
import { copiedText } from './copied-text';

/** A message, or a part of it, as Markdown with who said it as its heading. */
export const withHeading = (t: TFunction, { role }: Pick<Message, 'role'>, text: string): string =>
  `## ${role === 'tool' ? t('transcript.tool') : t(`composer.roles.${role}`)}\n\n${text}`;

/** Messages as Markdown, one below the other. */
export const asMarkdown = (t: TFunction, messages: readonly Message[]): string =>
  messages.map((message) => withHeading(t, message, copiedText(message, messageText(message)))).join('\n\n');
