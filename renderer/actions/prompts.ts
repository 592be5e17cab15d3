import type { PromptContent, PromptFormat, PromptImport, SavedPrompt } from '../../preload/contract/prompts';
import { request } from '../ipc/client';
import { tellError } from '../stores/notices-store';
import { usePrompts, withPrompt } from '../stores/prompts-store';

/** Reads the library. */
export const loadPrompts = async (): Promise<void> => {
  if (usePrompts.getState().phase === 'idle') usePrompts.setState({ phase: 'loading' });
  try {
    usePrompts.setState({ prompts: await request('prompt.list', {}), phase: 'ready' });
  } catch {
    // The list says so itself, and is asked for again.
    usePrompts.setState({ phase: 'failed' });
  }
};

/** Keeps a prompt; `id` null makes one. Throws what main had against it. */
export const savePrompt = async (
  id: string | null,
  { title, text, tags }: PromptContent,
): Promise<SavedPrompt> => {
  const saved = await request('prompt.save', { id, title, text, tags: [...tags] });
  usePrompts.setState(({ prompts }) => ({ prompts: withPrompt(prompts, saved) }));
  return saved;
};

/** Takes a prompt out of the library. Answers true when it is gone. */
export const deletePrompt = async (id: string): Promise<boolean> => {
  try {
    await request('prompt.delete', { id });
    usePrompts.setState(({ prompts }) => ({ prompts: prompts.filter((prompt) => prompt.id !== id) }));
    return true;
  } catch (thrown) {
    tellError(thrown);
    return false;
  }
};

/** Takes prompts in from files that main asks for. Null: none were chosen. Throws what main had against it. */
export const importPrompts = async (): Promise<PromptImport | null> => {
  const report = await request('prompt.import', {});
  if (report !== null) await loadPrompts();
  return report;
};

/** Writes the library to a file that main asks for. Answers with its name; null: nowhere. */
export const exportPrompts = (format: PromptFormat): Promise<string | null> =>
  request('prompt.export', { format });
