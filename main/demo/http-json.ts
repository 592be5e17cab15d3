import type { IncomingMessage, ServerResponse } from 'node:http';

/** Larger than any prompt the app can send. */
const MAX_BODY_BYTES = 128 * 1024 * 1024;

/** Reads a request body; undefined when it is larger than 128 MB. */
export const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Parses a request body; undefined when it is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Answers with JSON and ends. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: object,
  headers: object = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

/** An error body as OpenAI's API has it. */
export const errorBody = (
  message: string,
  type: string,
  code: string | null = null,
  param: string | null = null,
) => ({
  error: { message, type, code, param },
});
