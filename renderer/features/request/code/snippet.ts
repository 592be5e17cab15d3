import type { SentRequest } from '../../../../preload/contract/exchange';
import { callOf } from './call';
import { curlCode } from './curl';
import { nodeCode } from './node';
import { pythonCode } from './python';
import { pythonBefore1Code } from './python-before-1';

/** What a request can be copied as, in the order of the menu. These are names: the same in every language. */
export const codeNames = ['Python', 'Python (openai < 1.0)', 'Node.js', 'curl'] as const;

/** A language and its client. */
export type CodeName = (typeof codeNames)[number];

const WRITERS = {
  Python: pythonCode,
  'Python (openai < 1.0)': pythonBefore1Code,
  'Node.js': nodeCode,
  curl: curlCode,
} as const;

/**
 * Code that makes a request again with the same body; the key comes from OPENAI_API_KEY.
 * @param sentBody the exact JSON of the body, messages included.
 */
export const snippet = (name: CodeName, sent: SentRequest, sentBody: string): string =>
  WRITERS[name](callOf(sent, sentBody));
