/** A line of an HTTP head. Values of headers that carry a key are struck out whole. */
export type HeaderLine = readonly [name: string, value: string];

/** The fields of a request's JSON body in the order they are sent. */
export type BodyFields = Readonly<Record<string, unknown>>;

/** A request to the API as it is about to be made. */
export interface PlannedRequest {
  /** Holds no secret: base URLs with user names, passwords or queries are refused. */
  readonly url: string;
  /** `messages` stands in its place but is empty: they are the answer's ancestors, which never change. */
  readonly body: BodyFields;
}

/** A request as it went out. */
export interface SentRequest extends PlannedRequest {
  /** The headers Parlance set, of the last try. */
  readonly headers: readonly HeaderLine[];
  /** SHA-256 of the body's bytes in hex, of the last try. Null: not sent, or the app ended before it was written down. */
  readonly digest: string | null;
  /** How often it went out, counting retries and the request without a refused parameter; null as above. */
  readonly tries: number | null;
  /** The parameter that the server refused and `body` does without; null: none. */
  readonly refusedParameter: string | null;
}

/** The head of what the server answered to the last try. */
export interface ReceivedHead {
  readonly status: number;
  /** Those that tell of the answer; cookies and the like are left out. */
  readonly headers: readonly HeaderLine[];
}

/** Prompt tokens as they were counted before sending. */
export interface PromptEstimate {
  readonly promptTokens: number;
  /** False where the model's encoding is not known: then it is "about". */
  readonly exact: boolean;
}

/** The answer whose request was made once more. */
export interface RepeatedAnswer {
  readonly messageId: string;
  readonly systemFingerprint: string | null;
}

/** The exact JSON of one answer: what was sent for it, and what came. */
export interface AnswerRecord {
  /** The request's body, byte for byte. */
  readonly sentBody: string;
  /** Whether its digest is that of the bytes that went out; null: those are not known. */
  readonly proven: boolean | null;
  /** What came of this answer, put together as a `chat.completion` object; null: nothing came. */
  readonly received: string | null;
}
