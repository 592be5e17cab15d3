import path from 'node:path';
import type { PromptFormat } from '../../preload/contract/prompts';
import type { PromptDialogs } from '../app/prompt-dialogs';
import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';

const endings: Readonly<Record<PromptFormat, string>> = { json: 'json', markdown: 'md' };

/** What the handlers of `prompt.*` work on. */
export interface PromptHandlerDeps {
  readonly history: Pick<History, 'call'>;
  readonly dialogs: PromptDialogs;
}

/** Handlers of `prompt.*`. No answer holds a path. */
export const createPromptHandlers = ({ history, dialogs }: PromptHandlerDeps): HandlersOf<'prompt'> => ({
  'prompt.list': () => history.call('prompt.list', null),
  'prompt.save': (input) => history.call('prompt.save', input),
  'prompt.delete': (input) => history.call('prompt.delete', input),
  'prompt.import': async () => {
    const paths = await dialogs.pickPrompts();
    return paths.length === 0 ? null : history.call('prompt.import', { paths });
  },
  'prompt.export': async ({ format }) => {
    const file = await dialogs.pickPlace('Parlance prompts', endings[format]);
    if (file === null) return null;
    await history.call('prompt.export', { file, format });
    return path.basename(file);
  },
});
