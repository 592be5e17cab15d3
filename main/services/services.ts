import { app } from 'electron';
import type { Snapshot } from '../../preload/contract/snapshot';
import { currentLocale } from '../app/current-locale';
import { nativeText } from '../app/native-text';
import { printOnPaper, printPage } from '../app/page-printer';
import { createPromptDialogs } from '../app/prompt-dialogs';
import { showRecoveryKey } from '../app/recovery-key-dialog';
import { createSettingsDialogs } from '../app/settings-dialogs';
import { createTransferDialogs } from '../app/transfer-dialogs';
import type { Handlers } from '../ipc/handlers';
import { Native } from '../native/native';
import type { SettingsStore } from '../settings/settings-store';
import { MirrorWatch } from '../transfer/mirror-watch';
import { Transfer } from '../transfer/transfer';
import { writeBytes } from '../transfer/write-bytes';
import { createUpdates } from '../updates/create-updates';
import { createAppHandlers } from './app-handlers';
import { createAsking } from './asking';
import { createAttachmentHandlers } from './attachment-handlers';
import { createBranchHandlers } from './branch-handlers';
import { createBudgetHandlers } from './budget-handlers';
import { createChatHandlers } from './chat-handlers';
import { createLeaving } from './create-leaving';
import { createDataHandlers } from './data-handlers';
import { createDemo } from './demo';
import { createDraftHandlers } from './draft-handlers';
import { createEndpointHandlers } from './endpoint-handlers';
import { forwardChanges } from './forward-changes';
import { createImageHandlers } from './image-handlers';
import { createKeepingHandlers } from './keeping-handlers';
import type { Leaving } from './leaving';
import { createMirrorHandlers } from './mirror-handlers';
import { createNativeHandlers } from './native-handlers';
import { openParts, type Parts, type ServicesDeps } from './open-parts';
import { createOrderHandlers } from './order-handlers';
import { createPreviewHandlers } from './preview-handlers';
import { createPromptHandlers } from './prompt-handlers';
import { createSearchHandlers } from './search-handlers';
import { createSettingsHandlers } from './settings-handlers';
import { createSnapshot } from './snapshot';
import { takeOpened } from './take-opened';
import { createTransferHandlers } from './transfer-handlers';
import { createUpdateHandlers } from './update-handlers';
import { createVaultHandlers } from './vault-handlers';

/** Everything behind the router, and how it ends. */
export interface Services {
  readonly handlers: Handlers;
  readonly leaving: Leaving;
  readonly native: Native;
  /** Ends what streams (what came is kept) and closes the history. */
  readonly close: () => Promise<void>;
}

const locale = (settings: SettingsStore): Snapshot['locale'] => currentLocale(settings.get().language);

const snapshotOf = ({ settings, vault, registry, history, turns }: Parts, native: Native) =>
  createSnapshot({
    app: { platform: process.platform as Snapshot['platform'], version: app.getVersion() },
    locale: () => locale(settings),
    settings,
    filesSetAside: settings.wasSetAside || registry.wasSetAside || vault.wasSetAside,
    vault,
    registry,
    history,
    turns,
    unreadChatIds: () => native.unreadChatIds,
  });

const createHandlers = (parts: Parts, native: Native): Handlers => {
  const { settings, vault, history, registry, models, turns, network, silenceMs, emit, window } = parts;
  const asking = createAsking({
    history,
    registry,
    models,
    turns,
    emit,
    monthlyLimitUsd: () => settings.get().monthlyLimitUsd,
    settingsSettled: () => settings.settled(),
  });
  const show = async (recoveryKey: string) => {
    const parent = window();
    if (parent !== null) await showRecoveryKey(parent, nativeText(locale(settings)), recoveryKey);
  };
  const text = () => nativeText(locale(settings));
  const dialogs = createTransferDialogs(window, text);
  const mirror = new MirrorWatch({ history, dialogs, onChange: (state) => emit('mirror.changed', state) });
  void mirror.follow();
  const transfer = new Transfer({
    history,
    dialogs,
    print: printPage,
    printOnPaper,
    write: writeBytes,
    onChange: (state) => emit('transfer.changed', state),
  });
  return {
    ...createAppHandlers(snapshotOf(parts, native), window, () =>
      takeOpened({ take: parts.opened.take, offer: (paths) => transfer.offer(paths) }),
    ),
    ...createPreviewHandlers(parts.previews),
    ...createSettingsHandlers({ ...parts, dialogs: createSettingsDialogs(window, text, dialogs) }),
    ...createEndpointHandlers({ registry, models, network, silenceMs }),
    ...parts.networkHandlers,
    ...createVaultHandlers({ vault, history, show }),
    ...createAttachmentHandlers(history),
    ...createImageHandlers(network.fetchFor('image')),
    ...createChatHandlers({ history, asking, turns, drafts: parts.drafts, emit }),
    ...createDraftHandlers(parts),
    ...createBranchHandlers({ history, turns, emit }),
    ...createOrderHandlers({ history, turns, emit }),
    ...createSearchHandlers(history),
    ...createKeepingHandlers({ history, emit }),
    ...createTransferHandlers(transfer, (chatIds) => native.dragOut(chatIds)),
    ...createNativeHandlers(native, parts.windows, parts),
    ...createUpdateHandlers(createUpdates(parts)),
    ...createMirrorHandlers(mirror),
    ...createDataHandlers(parts),
    ...createPromptHandlers({ history, dialogs: createPromptDialogs(window, text, dialogs) }),
    ...createBudgetHandlers({
      history,
      asking,
      modelFor: async (options) => models.resolve(await registry.resolve(), options),
    }),
  };
};

/** Opens settings, vault, endpoints and history of a profile and makes the handlers of every route. */
export const createServices = async (deps: ServicesDeps): Promise<Services> => {
  const demo = createDemo();
  const parts = await openParts(deps, demo);
  forwardChanges(parts);
  const native = new Native({ ...parts, locale: () => locale(parts.settings) });
  native.start();
  const leaving = createLeaving({ ...parts, text: () => nativeText(locale(parts.settings)) });
  return {
    handlers: createHandlers(parts, native),
    leaving,
    native,
    close: async () => {
      await parts.turns.interruptAll();
      // What was typed in the last moment the page gave as its window went.
      if (parts.history.state.kind === 'readOnly') await leaving.saveRefused();
      await parts.history.close();
      await native.close();
      await demo.close();
    },
  };
};
