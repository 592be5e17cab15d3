import * as z from 'zod/mini';
import { boundedText, requiredText, uuid } from './bounds';
import { request } from './request-spec';
import { type SettingsPatch, settingsPatch } from './settings';

/** A server as a file of settings names it: without its key. */
export const carriedEndpoint = z.strictObject({
  kind: z.enum(['openai', 'compatible', 'azure']),
  baseUrl: requiredText(2000),
  apiVersion: z.nullable(boundedText(40)),
});

/** A server as a file of settings names it. */
export type CarriedEndpoint = Readonly<z.infer<typeof carriedEndpoint>>;

/** So many servers are taken from one file at most. */
export const MAX_CARRIED_ENDPOINTS = 100;

/** Something in a file of settings that is not taken: Parlance does not know it, or its value cannot be. */
export interface SkippedSetting {
  /** Its name in the file, shortened. */
  readonly name: string;
  readonly why: 'unknown' | 'invalid';
}

/** What a file of settings would change here. */
export interface PickedSettings {
  /** The file's name. */
  readonly file: string;
  /** Only what differs from what is set now. Presets and facts of models are added to those that are here. */
  readonly settings: SettingsPatch;
  /** Servers that are not here yet, the one that was in use first. */
  readonly endpoints: readonly CarriedEndpoint[];
  /** The first of what is skipped, and how much more there is. */
  readonly skipped: readonly SkippedSetting[];
  readonly skippedMore: number;
}

const nothing = z.strictObject({});

/** Requests about the settings as a whole, and about the file they are carried in: docs/settings-format.md. */
export const settingsRequests = {
  /** Main asks where. Answers with the name of the file; null: nowhere. Errors: `transfer.notWritten`. */
  'settings.export': request<string | null>()(nothing),
  /**
   * Main asks for the file and reads it; nothing is changed. Null: none was chosen. Errors: `transfer.unreadable`,
   * `settings.unknownFile`, `settings.newerFile`.
   */
  'settings.pickImport': request<PickedSettings | null>()(nothing),
  /**
   * Changes settings and servers, all of it or nothing. Answers with the ids of the servers that are new. Of those to be taken
   * away, one that was given a key in the meantime stays. Errors: `settings.notSaved`, `network.invalidProxy`, `endpoint.invalidUrl`.
   */
  'settings.apply': request<readonly string[]>()(
    z.strictObject({
      /** Null: only servers. */
      patch: z.nullable(settingsPatch.check(z.refine((patch) => Object.keys(patch).length > 0))),
      addEndpoints: z.array(carriedEndpoint).check(z.maxLength(MAX_CARRIED_ENDPOINTS)),
      removeEndpointIds: z.array(uuid).check(z.maxLength(MAX_CARRIED_ENDPOINTS)),
    }),
  ),
} as const;
