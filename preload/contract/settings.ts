import * as z from 'zod/mini';
import { boundedText, integerBetween, numberBetween } from './bounds';
import { keys, ownKeys, recentCommands } from './commands';
import { ownFactsById } from './own-facts';
import { chatOptions } from './parameters';
import { presets } from './presets';
import { spellingLanguages } from './spelling';

/** Languages of the page; `system` follows the computer. */
const languages = ['system', 'en', 'zh-CN'] as const;
/** Themes of the page; `system` follows the computer. */
const themes = ['system', 'light', 'dark'] as const;

/** Colours of what can be acted on. */
export const accents = ['green', 'blue', 'violet', 'rose', 'amber', 'graphite'] as const;
/** Sizes of all text, smallest first. */
export const textSizes = ['small', 'medium', 'large', 'largest'] as const;
/** How far apart things stand. */
export const densities = ['comfortable', 'compact'] as const;
/** `system` follows the computer's wish for more contrast. */
export const contrasts = ['system', 'more'] as const;

/** Who is asked for the titles of new chats: nobody, OpenAI's own server only, or every server. Demo never is. */
export const autoTitleChoices = ['off', 'openai', 'all'] as const;

/** What stays in view while a reply is written: its end, or its start once it fills the view. */
export const replyViews = ['end', 'start'] as const;

/** What the system is told of a long reply that ended out of sight: nothing, that it did, the chat's title, how it begins. */
export const notificationChoices = ['off', 'plain', 'title', 'reply'] as const;

/** Whether there is an icon in the tray, and whether the app goes on there when its window is closed. */
export const trayChoices = ['off', 'icon', 'stay'] as const;

/** What the person can set for the whole app. No secrets. */
export const settings = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(themes),
  accent: z.enum(accents),
  textSize: z.enum(textSizes),
  density: z.enum(densities),
  contrast: z.enum(contrasts),
  /** What a new chat starts with. */
  newChat: chatOptions,
  /** A proxy or PAC file by its URL, or `direct`; empty: the system's. Without credentials. */
  proxy: boundedText(2000),
  /** What the proxy is told before the password, which the vault keeps. */
  proxyUser: boundedText(256),
  /** Hosts that are reached past the proxy, comma-separated. */
  proxyBypass: boundedText(4000),
  /** A request is given up after this many seconds without a byte from the server. */
  silenceSeconds: integerBetween(1, 3600),
  /** What the person knows better of a model than the catalogue. */
  modelFacts: ownFactsById,
  /** What the requests of a month may cost at most, in US dollars; null: there is no limit. */
  monthlyLimitUsd: z.nullable(numberBetween(0, 1_000_000)),
  /** After so many days a chat leaves the Trash for good; 0: never. */
  trashDays: integerBetween(0, 3650),
  /** Generation settings kept under a name. */
  presets,
  /** Whether a model is asked for the title of a new chat. */
  autoTitles: z.enum(autoTitleChoices),
  /** What of a reply stays in view while it is written. */
  replyView: z.enum(replyViews),
  /** What a notification tells of a reply that ended out of sight. */
  notifications: z.enum(notificationChoices),
  /** The icon in the tray. */
  tray: z.enum(trayChoices),
  /** Keys that open the small window for a quick question from any app; null: none. */
  quickKeys: z.nullable(keys),
  /** Whether it is asked now and then if there is a new version. */
  updateChecks: z.boolean(),
  /** Whether versions that are still being tried out count too. */
  betaVersions: z.boolean(),
  /** Languages that spelling is checked in; none: it is not. */
  spellCheck: spellingLanguages,
  /** Keys that the person gave to commands. */
  keys: ownKeys,
  /** What the command palette offers first. */
  recentCommands,
});

/** What the person can set for the whole app. */
export type Settings = Readonly<z.infer<typeof settings>>;

/** Input of `settings.update`: any part of the settings. */
export const settingsPatch = z.partial(settings);

/** Any part of the settings. */
export type SettingsPatch = Readonly<z.infer<typeof settingsPatch>>;
