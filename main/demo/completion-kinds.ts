import type { PlannedCompletion } from './completion-events';
import { completionChunks, wholeCompletion } from './completion-events';
import type { DemoRequest } from './demo-request';
import { readDemoRequest, readLegacyRequest } from './demo-request';
import { legacyChunks, wholeLegacy } from './legacy-events';

/** How requests to an endpoint are read and answered. */
export interface CompletionKind {
  /** Null when the body is no such request. */
  readonly read: (body: unknown) => DemoRequest | null;
  readonly whole: (plan: PlannedCompletion) => object;
  readonly chunks: (plan: PlannedCompletion) => Generator<object>;
}

const KINDS: Readonly<Record<string, CompletionKind>> = {
  '/chat/completions': { read: readDemoRequest, whole: wholeCompletion, chunks: completionChunks },
  '/completions': { read: readLegacyRequest, whole: wholeLegacy, chunks: legacyChunks },
};

/** The kind of completion that is asked for at a path below `/v1`; undefined where none is. */
export const completionKind = (path: string): CompletionKind | undefined => KINDS[path];
