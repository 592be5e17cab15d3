import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from './contract/bridge';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from './contract/bridge';
import { events } from './contract/events';
import { requests } from './contract/requests';
import { openPage } from './opening';

const listeners = new Map<string, Set<(payload: unknown) => void>>(
  Object.keys(events).map((name) => [name, new Set()]),
);

const ask = (route: string) => (input: unknown) => ipcRenderer.invoke(REQUEST_CHANNEL, route, input);

const snapshot = ask('app.snapshot');
const opening = openPage(
  () => snapshot({}),
  (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  },
);

ipcRenderer.on(EVENT_CHANNEL, (_event, name: string, payload: unknown) => opening.hear(name, payload));

const subscribe = (name: string) => (listener: (payload: unknown) => void) => {
  listeners.get(name)?.add(listener);
  return () => {
    listeners.get(name)?.delete(listener);
  };
};

const named = <T>(list: object, make: (name: string) => T) =>
  Object.fromEntries(Object.keys(list).map((name) => [name, make(name)]));

// Chromium knows where a dropped file is; one that a script made is nowhere.
const offerFiles = (files: readonly File[]) =>
  ask('transfer.offer')({ paths: files.map((file) => webUtils.getPathForFile(file)) });

const { 'transfer.offer': _notAsked, ...asked } = requests;

// Typed where it is used (contract/bridge); here every function is made from the two lists, so neither can drift.
const bridge = {
  request: {
    ...named(asked, ask),
    'app.snapshot': (input: unknown) => opening.takeAnswer() ?? snapshot(input),
  },
  offerFiles,
  on: named(events, subscribe),
} as unknown as Bridge;

contextBridge.exposeInMainWorld('parlance', bridge);
