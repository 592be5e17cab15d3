import type { MessagePart } from '../../../preload/contract/parts';
import type { Tokenizer } from './tokenizer';

/** Tokens of a message's content. */
export interface ContentCount {
  readonly tokens: number;
  /** False where no recipe is published for a part of it. */
  readonly exact: boolean;
}

type Counter = Pick<Tokenizer, 'count'>;

const NOTHING: ContentCount = { tokens: 0, exact: true };

/** How a call is written for the model is not published: its name and arguments, and about as much around them. */
const AROUND_CALL = 4;

const countPart = async (tokenizer: Counter, part: MessagePart): Promise<ContentCount> => {
  switch (part.type) {
    case 'text':
      return { tokens: await tokenizer.count(part.text), exact: true };
    case 'toolCall': {
      const tokens = (await tokenizer.count(part.name)) + (await tokenizer.count(part.arguments));
      return { tokens: tokens + AROUND_CALL, exact: false };
    }
    case 'toolResult':
      return { tokens: await tokenizer.count(part.text), exact: false };
    default:
      return NOTHING;
  }
};

/** The tokens of what a message says under one encoding, its name's included. Images are counted by the model's own rule. */
export const countContent = async (
  tokenizer: Counter,
  parts: readonly MessagePart[],
  name: string | null,
): Promise<ContentCount> => {
  let { tokens, exact } = name === null ? NOTHING : { tokens: await tokenizer.count(name), exact: true };
  for (const part of parts) {
    const count = await countPart(tokenizer, part);
    tokens += count.tokens;
    exact &&= count.exact;
  }
  return { tokens, exact };
};
