import { app, type BrowserWindow, session } from 'electron';
import { log } from '../app/log';
import type { OpenedQueue } from '../app/opened-queue';
import type { Previews } from '../app/previews';
import type { Windows } from '../app/windows';
import { RefusedDrafts } from '../chat/refused-drafts';
import type { Turns } from '../chat/turns';
import { type EndpointRegistry, openRegistry } from '../endpoints/registry';
import type { BackstageProcess } from '../history/backstage-process';
import type { History } from '../history/history';
import type { Emit, Events } from '../ipc/emit';
import { createListsOf } from '../models/lists-of';
import { openModelLists } from '../models/model-lists';
import { followPower } from '../native/power';
import type { SettingsStore } from '../settings/settings-store';
import { DICTIONARY_SERVER, Spelling } from '../spelling/spelling';
import { createSignal } from '../storage/signal';
import { osKeychain } from '../vault/os-keychain';
import { openVault, type Vault } from '../vault/vault';
import { createAutoTitles } from './auto-titles';
import { createHistory } from './create-history';
import type { createDemo } from './demo';
import { createModelsService, type ModelsService } from './models-service';
import { type OpenedNetwork, openNetwork } from './open-network';

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

/** What stands behind the handlers. */
export interface Parts extends ServicesDeps, OpenedNetwork {
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
export const openParts = async (deps: ServicesDeps, demo: ReturnType<typeof createDemo>): Promise<Parts> => {
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
  void history.open();
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
