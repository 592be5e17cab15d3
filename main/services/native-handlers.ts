import type { Windows } from '../app/windows';
import { QUICK_PLACE, type RefusedDrafts } from '../chat/refused-drafts';
import type { History } from '../history/history';
import type { HandlersOf } from '../ipc/handlers';
import type { Native } from '../native/native';

/** Where what is typed in the small window is kept. */
export interface NativeHandlerDeps {
  readonly history: Pick<History, 'call'>;
  readonly drafts: RefusedDrafts;
}

/** Handlers of `native.*`, and of `quick.*`, which are about the small window. */
export const createNativeHandlers = (
  native: Native,
  windows: Windows,
  { history, drafts }: NativeHandlerDeps,
): HandlersOf<'native' | 'quick'> => ({
  'native.facts': () => native.facts(),
  'native.setLoginStart': ({ start }) => native.setLoginStart(start),
  'quick.show': async () => {
    native.quickAsk();
    return null;
  },
  'quick.hide': async () => {
    windows.quick?.hide();
    return null;
  },
  'quick.goOn': async ({ chatId }) => {
    windows.quick?.hide();
    if (chatId === null) windows.show();
    else native.open(chatId);
    return null;
  },
  'quick.saveDraft': (draft) =>
    drafts.save({ ...QUICK_PLACE, ...draft }, () => history.call('draft.saveQuick', draft)),
  'quick.draft': () => history.call('draft.readQuick', null),
});
