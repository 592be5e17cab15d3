import type { Clock, Handlers } from '../handler-types';
import type { Session } from '../session';
import { readPromptFiles, writePromptFile } from './prompt-files';
import { addPrompts, deletePrompt, listPrompts, savePrompt } from './prompt-store';
import type { PromptOps } from './protocol-prompts';

/** Handlers of the prompt library. */
export const promptHandlers = (session: Session, clock: Clock): Pick<Handlers, keyof PromptOps> => ({
  'prompt.list': () => listPrompts(session.database),
  'prompt.save': (prompt) => session.database.write((writer) => savePrompt(writer, prompt, clock())),
  'prompt.delete': ({ id }) => {
    session.database.write((writer) => deletePrompt(writer, id));
    return null;
  },
  'prompt.import': async ({ paths }) => {
    const { prompts, refused } = await readPromptFiles(paths);
    return { ...session.database.write((writer) => addPrompts(writer, prompts, clock())), refused };
  },
  'prompt.export': async ({ file, format }) => {
    await writePromptFile(file, format, listPrompts(session.database));
    return null;
  },
});
