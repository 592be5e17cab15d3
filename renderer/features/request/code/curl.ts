import type { Call } from './call';
import { withUnseenEscaped } from './literal';

/** A word of a POSIX shell in which nothing has a meaning of its own. */
const word = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const HEADERS: Readonly<Record<Call['keyHeader'], string>> = {
  authorization: '"Authorization: Bearer $OPENAI_API_KEY"',
  'api-key': '"api-key: $OPENAI_API_KEY"',
};

/**
 * A call of curl for a POSIX shell. The body comes by a here-document: an argument may not be longer than 128 KiB, and
 * between quoted marks the shell reads nothing. No line of JSON can be the closing mark.
 */
export const curlCode = ({ url, body, keyHeader }: Call): string =>
  `curl --no-buffer --globoff ${word(url)} \\
  --header 'Content-Type: application/json' \\
  --header ${HEADERS[keyHeader]} \\
  --data-binary @- <<'JSON'
${withUnseenEscaped(JSON.stringify(body, null, 2))}
JSON
`;
