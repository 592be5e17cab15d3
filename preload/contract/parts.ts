/** Text of a message. */
export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** What a reasoning model thought before it answered, as far as its server tells. Never sent back. */
export interface ReasoningPart {
  readonly type: 'reasoning';
  readonly text: string;
}

/** A call that the model asks for. */
export interface ToolCallPart {
  readonly type: 'toolCall';
  /** The server's name for this call; its result names it again. */
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it; it may be broken. */
  readonly arguments: string;
}

/** What a call gave. The whole of a message whose role is `tool`. */
export interface ToolResultPart {
  readonly type: 'toolResult';
  readonly callId: string;
  readonly text: string;
}

/** How closely the model looks at an image, as the API names it. */
export const imageDetails = ['auto', 'low', 'high'] as const;
export type ImageDetail = (typeof imageDetails)[number];

/** An image whose bytes the history holds once, by their hash. */
export interface ImagePart {
  readonly type: 'image';
  /** SHA-256 of the bytes in hex. */
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  /** In bytes. */
  readonly size: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly detail: ImageDetail;
}

/** A file that is sent as its text. Bytes and text are held by the history once, by their hashes. */
export interface FilePart {
  readonly type: 'file';
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  /** In bytes. */
  readonly size: number;
  /** SHA-256 of the text in UTF-8, in hex. */
  readonly textHash: string;
  /** In UTF-16 code units. */
  readonly textLength: number;
}

/** A piece of a message's content. */
export type MessagePart = TextPart | ReasoningPart | ToolCallPart | ToolResultPart | ImagePart | FilePart;

/** The text of a message that is read, copied, edited and searched: neither its reasoning nor its attachments. */
export const textOf = (parts: readonly MessagePart[]): string =>
  parts.map((part) => (part.type === 'text' || part.type === 'toolResult' ? part.text : '')).join('');
