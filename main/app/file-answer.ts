import { readFile } from 'node:fs/promises';
import { mimeType } from './app-file';

/** Answers with a file of the page, or with 404 where there is none. `headers` are sent with it. */
export const answerFile = async (
  file: string | null,
  headers: Readonly<Record<string, string>>,
): Promise<Response> => {
  if (file === null) return new Response(null, { status: 404 });
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'Content-Type': mimeType(file) ?? 'application/octet-stream',
        'X-Content-Type-Options': 'nosniff',
        ...headers,
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
};
