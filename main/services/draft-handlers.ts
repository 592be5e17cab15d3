import { QUICK_PLACE, type RefusedDrafts } from '../chat/refused-drafts';
import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';

/** What the handlers of `draft.*` work on. */
export interface DraftHandlerDeps {
  readonly history: Pick<History, 'call'>;
  readonly drafts: RefusedDrafts;
}

const placeOf = ({ chatId, quick }: { readonly chatId: string | null; readonly quick: boolean }) =>
  quick ? QUICK_PLACE : { chatId };

/** Handlers of `draft.*`: what is typed before the history can be read. */
export const createDraftHandlers = ({ history, drafts }: DraftHandlerDeps): HandlersOf<'draft'> => ({
  'draft.note': async (noted) => {
    drafts.note({ ...placeOf(noted), text: noted.text }, () => history.call('draft.append', noted));
    return null;
  },
  'draft.noted': async (place) => drafts.textOf(placeOf(place)),
});
