import type { EncodingName } from '../../preload/contract/models';
import type { ContextRule } from '../../preload/contract/parameters';
import type { ImageDetail } from '../../preload/contract/parts';
import type { TranscriptRule } from '../../preload/contract/transcript-rule';

/** Tokens of an image, and of each of its tiles. */
interface TileCost {
  readonly base: number;
  readonly tile: number;
}

/** Up to which size a model looks at an image: longest side in pixels, and patches; null: as many as there are. */
export interface PatchLimit {
  readonly side: number;
  readonly patches: number | null;
}

/**
 * What an image costs, by OpenAI's guide "Images and vision", "Calculating costs".
 * - `tiles`: `base`, and for anything but low detail `tile` for each 512-pixel square of the scaled image. `inWindow`: what
 *   of that fills the context window, where more is billed (gpt-4o-mini; Azure's guide to vision-enabled models).
 * - `patches`: one per 32-pixel square of the image, scaled into the limit of its detail, times `multiplier`.
 */
export type ImageRule =
  | ({ readonly kind: 'tiles'; readonly inWindow?: TileCost } & TileCost)
  | {
      readonly kind: 'patches';
      readonly multiplier: number;
      readonly limits: Readonly<Record<ImageDetail, PatchLimit>>;
    };

/** How a model's prompt tokens are counted, and how many there may be. */
export interface CountingRule {
  /** Null: not known, counted as o200k_base and called "about". */
  readonly encoding: EncodingName | null;
  /** Null: not known, so nothing is left out. */
  readonly contextWindow: number | null;
  /** Tokens to keep free for the reply. */
  readonly reservedTokens: number;
  /** Tokens that one reply may have at most; null: not known. */
  readonly replyBound: number | null;
  /** Tokens that each message costs beside its role and text (OpenAI's message recipe: 3; 4 for gpt-3.5-turbo-0301). */
  readonly perMessage: number;
  /** Tokens that a message's name costs beside its own (1; -1 for gpt-3.5-turbo-0301, where it stands for the role). */
  readonly perName: number;
  /** Tokens that every reply is primed with (3). */
  readonly priming: number;
  /** What is done when the messages outgrow the window. Absent: the oldest are left out. */
  readonly contextRule?: ContextRule | undefined;
  /** Tool definitions that are sent with every request, as JSON. */
  readonly tools?: SentTools | undefined;
  /** The schema that the reply has to follow, as JSON; how it is counted is not published. */
  readonly schema?: string | undefined;
  /** Absent: not known, counted as gpt-4o's and called "about". */
  readonly images?: ImageRule;
  /** False: images are neither sent nor counted. Absent: it takes them, or that is not known. */
  readonly takesImages?: false;
  /** For the legacy Completions endpoint, how the messages become its one text, which is counted as it is. Absent: chat. */
  readonly transcriptRule?: TranscriptRule;
}

/** Tool definitions, and what OpenAI's recipe for them starts each with. */
export interface SentTools {
  readonly json: string;
  readonly perFunction: number;
  /** False where no recipe is published for the model. */
  readonly exact: boolean;
}
