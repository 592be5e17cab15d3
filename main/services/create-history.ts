import { Turns } from '../chat/turns';
import type { BackstageProcess } from '../history/backstage-process';
import { History } from '../history/history';
import type { Emit } from '../ipc/emit';
import type { OnWake } from '../openai/sleep';
import type { Vault } from '../vault/vault';

/** What history and turns are made from. */
export interface HistoryParts {
  readonly profileDir: string;
  readonly process: BackstageProcess;
  readonly vault: Vault;
  readonly emit: Emit;
  readonly fetch: typeof fetch;
  readonly silenceMs: () => number;
  readonly onWake: OnWake;
  readonly appVersion: string;
  readonly trashDays: () => number;
  /** A chat's answers have ended, and the page knows. */
  readonly onTurnEnded: (chatId: string) => void;
}

/** Makes the history and the turns that write into it. They need each other: a restarted history asks what still streams. */
export const createHistory = (parts: HistoryParts): { readonly history: History; readonly turns: Turns } => {
  const { profileDir, process, vault, emit, fetch, silenceMs, onWake, onTurnEnded, appVersion, trashDays } =
    parts;
  const history = new History({
    profileDir,
    process,
    vault,
    appVersion,
    trashDays,
    liveMessageIds: () => turns.liveMessageIds(),
    onState: (state) => {
      emit('history.changed', state);
      // What could not be written stays in memory until it can: a failure here leaves it there.
      if (state.kind === 'open') void turns.saveUnsaved();
    },
  });
  // A reply has changed what its chat has cost. A chat that was deleted meanwhile has nothing to tell.
  const tellChat = (chatId: string): Promise<void> =>
    history.call('chat.open', { chatId, limit: 1 }).then(
      ({ chat }) => emit('chat.changed', chat),
      () => undefined,
    );
  const turns = new Turns({
    fetch,
    silenceMs,
    onWake,
    history: {
      journal: (pieces) => history.call('turn.journal', { pieces }),
      finish: (answer) => history.call('turn.finish', answer),
    },
    events: {
      started: (chatId) => emit('turn.started', { chatId }),
      delta: (deltas) => emit('turn.delta', deltas),
      retry: (retry) => emit('turn.retry', retry),
      messageChanged: (message) => emit('message.changed', message),
      ended: (chatId) => {
        emit('turn.ended', { chatId });
        void tellChat(chatId).then(() => onTurnEnded(chatId));
      },
    },
  });
  return { history, turns };
};
