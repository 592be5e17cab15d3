import * as z from 'zod/mini';
import { attachmentRefs } from './attachments';
import { longText, uuid } from './bounds';
import type { Draft } from './history';
import { request } from './request-spec';

/** What the address of the small window's page has behind that of the main one. */
export const QUICK_QUERY = '?quick';

/** How Parlance starts when the person logs in to the computer: not, with its window, or only in the tray. */
export const loginStarts = ['no', 'window', 'hidden'] as const;

/** How Parlance starts when the person logs in. */
export type LoginStart = (typeof loginStarts)[number];

/**
 * Whether the keys for a quick question work everywhere: none are set; they do; another app has them; nobody can know (Wayland
 * desktops decide for themselves).
 */
export type QuickKeysState = 'off' | 'active' | 'taken' | 'unsure';

/** What the desktop has, and what is set there. */
export interface NativeFacts {
  /** Whether there is a place for the icons of apps that run. */
  readonly hasTray: boolean;
  readonly loginStart: LoginStart;
  readonly quickKeys: QuickKeysState;
}

const nothing = z.strictObject({});

/** Requests about the desktop around the window, and of the small window for a quick question. */
export const nativeRequests = {
  'native.facts': request<NativeFacts>()(nothing),
  'native.setLoginStart': request<NativeFacts>()(z.strictObject({ start: z.enum(loginStarts) })),
  'quick.show': request<null>()(nothing),
  'quick.hide': request<null>()(nothing),
  /** Goes on in the main window: with this chat, or (null) with what it shows. */
  'quick.goOn': request<null>()(z.strictObject({ chatId: z.nullable(uuid) })),
  /** Keeps what is typed there for a chat that does not exist yet. */
  'quick.saveDraft': request<null>()(z.strictObject({ text: longText, attachments: attachmentRefs })),
  'quick.draft': request<Draft | null>()(nothing),
} as const;
