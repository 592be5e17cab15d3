import type {
  PromptContent,
  PromptFormat,
  PromptImport,
  SavedPrompt,
} from '../../../preload/contract/prompts';
import type { Op } from '../op';

/** Operations on the prompt library. */
export interface PromptOps {
  readonly 'prompt.list': Op<null, readonly SavedPrompt[]>;
  /** Errors: `prompts.full`. */
  readonly 'prompt.save': Op<PromptContent & { readonly id: string | null }, SavedPrompt>;
  readonly 'prompt.delete': Op<{ readonly id: string }, null>;
  /** Takes in what can be read of the files. Errors: `prompts.full`, `transfer.unreadable`. */
  readonly 'prompt.import': Op<{ readonly paths: readonly string[] }, PromptImport>;
  /** Errors: `transfer.notWritten`. */
  readonly 'prompt.export': Op<{ readonly file: string; readonly format: PromptFormat }, null>;
}
