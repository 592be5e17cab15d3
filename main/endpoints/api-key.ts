import { Failure } from '../../preload/contract/result';

const MAX_LENGTH = 4000;
// What comes along when a key is copied from documentation, a shell or a `.env` file.
const PREFIX =
  /^(?:export\s+)?(?:[A-Z][A-Z0-9_]*_KEY\s*=\s*)?(?:[Aa]uthorization:\s*)?(?:[Bb]earer(?:\s+|$))?/;
const QUOTES = /^["'`“‘«](.*)["'`”’»]$/s;
const INVISIBLE_ENDS = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g;

const strip = (text: string): string => text.replace(INVISIBLE_ENDS, '');

/**
 * Takes a key out of what was pasted: surrounding space, quotes, `Bearer` and `OPENAI_API_KEY=` go. What remains must
 * be printable ASCII without spaces, or it could not stand in an HTTP header.
 * Errors: `endpoint.invalidKey` with the reason `empty`, `tooLong` or `characters`.
 */
export const cleanApiKey = (typed: string): string => {
  const unquoted = strip(typed).replace(QUOTES, '$1');
  const key = strip(strip(unquoted).replace(PREFIX, '')).replace(QUOTES, '$1');
  const reason =
    key === ''
      ? 'empty'
      : key.length > MAX_LENGTH
        ? 'tooLong'
        : /^[\x21-\x7e]+$/.test(key)
          ? null
          : 'characters';
  if (reason !== null) throw new Failure('endpoint.invalidKey', `The key is refused: ${reason}`, { reason });
  return key;
};
