import { app, type BrowserWindow, session } from 'electron';
import type { Snapshot } from '../../preload/contract/snapshot';
import { currentLocale } from '../app/current-locale';
import { log } from '../app/log';
import { nativeText } from '../app/native-text';
import type { OpenedQueue } from '../app/opened-queue';
import { printOnPaper, printPage } from '../app/page-printer';
import type { Previews } from '../app/previews';
import { createPromptDialogs } from '../app/prompt-dialogs';
import { showRecoveryKey } from '../app/recovery-key-dialog';
import { createSettingsDialogs } from '../app/settings-dialogs';
import { createTransferDialogs } from '../app/transfer-dialogs';
import type { Windows } from '../app/windows';
import { RefusedDrafts } from '../chat/refused-drafts';
import type { Turns } from '../chat/turns';
import { type EndpointRegistry, openRegistry } from '../endpoints/registry';
import type { BackstageProcess } from '../history/backstage-process';
import type { History } from '../history/history';
import type { Emit, Events } from '../ipc/emit';
import type { Handlers } from '../ipc/handlers';
import { createListsOf } from '../models/lists-of';
import { openModelLists } from '../models/model-lists';
import { Native } from '../native/native';
import { followPower } from '../native/power';
import type { SettingsStore } from '../settings/settings-store';
import { DICTIONARY_SERVER, Spelling } from '../spelling/spelling';
import { createSignal } from '../storage/signal';
import { MirrorWatch } from '../transfer/mirror-watch';
import { Transfer } from '../transfer/transfer';
import { writeBytes } from '../transfer/write-bytes';
import { createUpdates } from '../updates/create-updates';
import { osKeychain } from '../vault/os-keychain';
import { openVault, type Vault } from '../vault/vault';
import { createAppHandlers } from './app-handlers';
import { createAsking } from './asking';
import { createAttachmentHandlers } from './attachment-handlers';
import { createAutoTitles } from './auto-titles';
import { createBranchHandlers } from './branch-handlers';
import { createBudgetHandlers } from './budget-handlers';
import { createChatHandlers } from './chat-handlers';
import { createHistory } from './create-history';
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
import { createModelsService, type ModelsService } from './models-service';
import { createNativeHandlers } from './native-handlers';
import { type OpenedNetwork, openNetwork } from './open-network';
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

/** What the services are made from. */
export interface ServicesDeps {
  readonly profileDir: string;
  readonly settings: SettingsStore;
  readonly backstage: BackstageProcess;
  readonly opened: OpenedQueue;
  readonly previews: Previews;
  readonly events: Events;
  readonly windows: Windows;
}

/** Everything behind the router, and how it ends. */
export interface Services {
  readonly handlers: Handlers;
  readonly leaving: Leaving;
  readonly native: Native;
  /** Ends what streams (what came is kept) and closes the history. */
  readonly close: () => Promise<void>;
}

interface Parts extends ServicesDeps, OpenedNetwork {
  readonly emit: Emit;
  readonly window: () => BrowserWindow | null;
  readonly vault: Vault;
  readonly registry: EndpointRegistry;
  readonly history: History;
  readonly models: ModelsService;
  readonly turns: Turns;
  readonly drafts: RefusedDrafts;
  readonly silenceMs: () => number;
  readonly spelling: Spelling;
}

/** Opens everything the services stand on; the history opens in the background. */
const openParts = async (deps: ServicesDeps, demo: ReturnType<typeof createDemo>): Promise<Parts> => {
  const { profileDir, settings, events, windows } = deps;
  const { emit } = events;
  const vault = await openVault({ profileDir, keychain: osKeychain });
  const opened = await openNetwork(settings, vault);
  const { network } = opened;
  const silenceMs = () => settings.get().silenceSeconds * 1000;
  const turnEnded = createSignal<string>();
  const { history, turns } = createHistory({
    profileDir,
    process: deps.backstage,
    vault,
    emit,
    fetch: network.fetchFor('reply'),
    silenceMs,
    appVersion: app.getVersion(),
    trashDays: () => settings.get().trashDays,
    onWake: followPower(),
    onTurnEnded: turnEnded.emit,
  });
  history.start();
  const registry = await openRegistry(
    { folder: profileDir },
    { vault, env: process.env, demoBaseUrl: demo.baseUrl },
  );
  const listsOf = createListsOf({
    fetch: network.fetchFor('models'),
    silenceMs,
    openLists: () => openModelLists({ folder: profileDir }),
    onListChanged: (endpointId) => emit('models.changed', { endpointId }),
    onProblem: log,
  });
  const models = createModelsService({ listsOf, ownFacts: () => settings.get().modelFacts });
  const spelling = new Spelling({
    session: session.defaultSession,
    profileDir,
    fetch: network.fetchFor('dictionaries'),
    server: process.env.PARLANCE_DICTIONARIES ?? DICTIONARY_SERVER,
    platform: process.platform,
    onProblem: log,
  });
  void spelling.use(settings.get().spellCheck);
  const drafts = new RefusedDrafts();
  const parts = {
    ...{ ...deps, ...opened, emit, window: () => windows.main },
    ...{ vault, registry, history, models, turns, drafts, silenceMs, spelling },
  };
  turnEnded.on(createAutoTitles({ ...parts, fetch: network.fetchFor('title') }));
  return parts;
};

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
