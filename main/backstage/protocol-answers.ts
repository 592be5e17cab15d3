import type { AnswerFacts, MessageStatus } from '../../preload/contract/history';
import type { MessagePart } from '../../preload/contract/parts';

/** A stretch of what comes with a streaming answer. */
export interface JournalPiece {
  readonly messageId: string;
  readonly channel: JournalChannel;
  /** Length of what came before it on its channel, in UTF-16 code units; a piece written twice counts once. */
  readonly offset: number;
  readonly text: string;
}

/**
 * What comes with a reply. `text` and `reasoning` are texts; `toolCalls` (each line a `ToolCallPiece`) and `logprobs` (each
 * line a `TokenLogprob`) are JSON Lines, of which a piece holds whole lines.
 */
export type JournalChannel = 'text' | 'reasoning' | 'toolCalls' | 'logprobs';

/** The one last write of an answer. */
export interface FinishedAnswer {
  readonly messageId: string;
  readonly status: Exclude<MessageStatus, 'streaming'>;
  readonly parts: readonly MessagePart[];
  /** Of the tokens that came, as JSON Lines: a `TokenLogprob` each. Empty: none came. */
  readonly logprobs: string;
  readonly facts: Pick<
    AnswerFacts,
    | 'answeredModel'
    | 'finishReason'
    | 'usage'
    | 'systemFingerprint'
    | 'requestId'
    | 'timings'
    | 'error'
    | 'received'
  > & {
    /** Absent when nothing went out: then the planned request stays. */
    readonly sent?: AnswerFacts['sent'];
  };
}
