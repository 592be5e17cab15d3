import type { OwnFacts } from '../../preload/contract/own-facts';
import type { ChatOptions, GenerationParams } from '../../preload/contract/parameters';
import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { dropInvalidParams, useComposer } from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { tellError } from '../stores/notices-store';
import { debounced } from './debounced';
import { scheduleDraft } from './drafts';
import { scheduleEstimate } from './estimates';

const SAVE_PAUSE_MS = 400;
const ESTIMATE_PAUSE_MS = 150;

const pendingSave = debounced();

let saving: Promise<void> | null = null;

/** Saves changed options at once, if they are not saved yet. Answers with what to wait for; null: they are saved. */
export const flushOptions = (): Promise<void> | null => {
  pendingSave.flush();
  return saving;
};

const setOptions = (options: ChatOptions) => {
  useConversation.setState({ options });
  scheduleEstimate(ESTIMATE_PAUSE_MS);
  const { chatId } = useConversation.getState();
  if (chatId === null) {
    useComposer.setState({ newChatOptions: options });
    scheduleDraft(null);
    return;
  }
  pendingSave.schedule(() => {
    const saved = request('chat.setOptions', { chatId, options })
      .then(() => undefined, tellError)
      .finally(() => {
        if (saving === saved) saving = null;
      });
    saving = saved;
  }, SAVE_PAUSE_MS);
};

/** Sets one generation setting of the chat on screen; undefined means that it is not sent. */
export const setParam = <N extends keyof GenerationParams>(name: N, value: GenerationParams[N]): void => {
  const { options } = useConversation.getState();
  const { [name]: _, ...others } = options.params;
  setOptions({ ...options, params: value === undefined ? others : { ...others, [name]: value } });
};

/** Puts other generation settings in the place of all that the chat on screen has. */
export const setParams = (params: GenerationParams): void => {
  const { chatId, options } = useConversation.getState();
  dropInvalidParams(chatKey(chatId));
  setOptions({ ...options, params });
};

/** Chooses the model of the chat on screen; new chats start with it too. */
export const chooseModel = (model: string): void => {
  setOptions({ ...useConversation.getState().options, model });
  const { newChat } = useApp.getState().settings;
  request('settings.update', { newChat: { ...newChat, model } }).catch(tellError);
};

/** Keeps what the person says of a model; nothing set means what Parlance knows. Answers true when it was kept. */
export const setOwnFacts = async (modelId: string, facts: OwnFacts): Promise<boolean> => {
  const { [modelId]: _before, ...others } = useApp.getState().settings.modelFacts;
  const modelFacts = Object.keys(facts).length === 0 ? others : { ...others, [modelId]: facts };
  try {
    await request('settings.update', { modelFacts });
    return true;
  } catch (thrown) {
    tellError(thrown);
    return false;
  }
};
