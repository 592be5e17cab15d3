import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { Failure } from '../../preload/contract/result';

/* The page proposes a name, never a place: nothing in it may lead out of the folder. */
const plainName = (name: string): string => {
  const plain = name.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '');
  return plain === '' ? 'text.txt' : plain;
};

let lastFolder: string | null = null;

/**
 * Asks where to save a text or the bytes of a picture and writes them there; nothing happens where the person cancels. The first time in the
 * folder of downloads, then where the last file was saved.
 * @throws Failure `transfer.notWritten`
 */
export const saveFile = async (
  window: BrowserWindow,
  name: string,
  content: string | Uint8Array,
): Promise<void> => {
  const defaultPath = path.join(lastFolder ?? app.getPath('downloads'), plainName(name));
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
  if (canceled) return;
  lastFolder = path.dirname(filePath);
  try {
    await writeFile(filePath, content);
  } catch (cause) {
    throw new Failure('transfer.notWritten', `cannot write: ${cause instanceof Error ? cause.name : ''}`);
  }
};
