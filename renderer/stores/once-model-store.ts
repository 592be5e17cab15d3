import { create } from 'zustand';
import type { ChatOptions } from '../../preload/contract/parameters';

/** Models that are asked for one message only, by chat key. */
export const useOnceModels = create<Readonly<Record<string, string>>>()(() => ({}));

/** Asks this model for the next message of a chat; null: the chat's own. */
export const setOnceModel = (key: string, model: string | null): void =>
  useOnceModels.setState(
    ({ [key]: _, ...others }) => (model === null ? others : { ...others, [key]: model }),
    true,
  );

/** What the next message of a chat is asked with. */
export const onceOptions = (key: string, options: ChatOptions): ChatOptions => {
  const model = useOnceModels.getState()[key];
  return model === undefined ? options : { ...options, model };
};
