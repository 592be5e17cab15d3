import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from '../../preload/contract/result';

/** The largest that companies have are some 100 KB. */
const LARGEST = 1_000_000;

const failed = (): Failure =>
  new Failure('api.proxy', 'The PAC file cannot be used', { reason: 'ERR_PAC_SCRIPT_FAILED' });

const read = async (url: string, fetch: typeof globalThis.fetch): Promise<string> => {
  if (url.startsWith('file:')) return readFile(fileURLToPath(url), 'utf8');
  const answer = await fetch(url, { redirect: 'follow', cache: 'no-store' });
  if (!answer.ok) throw failed();
  return answer.text();
};

/**
 * The script of a PAC file. Errors: `api.proxy` with the reason `ERR_PAC_SCRIPT_FAILED`: nobody who chose one wants to be
 * connected past it.
 * @param fetch a way that goes through no proxy.
 */
export const loadPacFile = async (url: string, fetch: typeof globalThis.fetch): Promise<string> => {
  const script = await read(url, fetch).catch(() => {
    throw failed();
  });
  if (script.length > LARGEST || !script.includes('FindProxyForURL')) throw failed();
  return script;
};
