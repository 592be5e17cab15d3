import * as z from 'zod/mini';
import { request } from './request-spec';

/** A language as Chromium names its dictionaries, such as `en-US`; `system`: those of the operating system's own checker. */
const spellingLanguage = z.string().check(z.regex(/^[a-z]{2,6}(?:-[A-Za-z0-9]{2,8}){0,2}$/));

/** At most so many languages are checked at once. */
export const MAX_SPELLING_LANGUAGES = 10;

/** The languages that spelling is checked in; none: it is not checked. */
export const spellingLanguages = z.array(spellingLanguage).check(z.maxLength(MAX_SPELLING_LANGUAGES));

const language = z.strictObject({ language: spellingLanguage });

/** The requests of the spell check. */
export const spellingRequests = {
  /** Languages that there are dictionaries for, and where these come from; a null address: they are there already. */
  'spelling.languages': request<{ readonly languages: readonly string[]; readonly from: string | null }>()(
    z.strictObject({}),
  ),
  /** Gets the dictionary of a language and checks spelling in it from now on. Errors: `spelling.notLoaded`. */
  'spelling.add': request<null>()(language),
  /** Checks spelling in a language no longer; its dictionary is deleted. */
  'spelling.remove': request<null>()(language),
} as const;
