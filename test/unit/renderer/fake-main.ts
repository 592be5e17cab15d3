import type { Chat, OpenedChat } from '../../../preload/contract/history';
import type { Route } from '../../../preload/contract/requests';
import type { ErrorCode } from '../../../preload/contract/result';

/** A request that the page made and that main has not answered yet. */
export interface OpenRequest {
  readonly route: Route;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: (value: unknown) => Promise<void>;
  readonly refuse: (code: ErrorCode) => Promise<void>;
}

const settled = async () => {
  // Every promise of the page's that was waiting for the answer has run after a turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
};

/** Stands in for main, the far side of the bridge: collects requests and answers them when told. */
export const installFakeMain = (): { readonly sent: (route: Route) => readonly OpenRequest[] } => {
  const all: OpenRequest[] = [];
  const ask = (route: Route) => (input: Readonly<Record<string, unknown>>) =>
    new Promise((resolve) => {
      const reply = async (result: unknown) => {
        resolve(result);
        await settled();
      };
      all.push({
        route,
        input,
        answer: (value) => reply({ ok: true, value }),
        refuse: (code) => reply({ ok: false, error: { code, message: '' } }),
      });
    });
  const request = new Proxy({}, { get: (_, route) => ask(route as Route) });
  Object.assign(globalThis, { window: { parlance: { request, on: {} } } });
  return { sent: (route) => all.filter((open) => open.route === route) };
};

/** A chat as main describes it. */
const chatNamed = (id: string): Chat => ({
  id,
  title: id,
  createdAt: 1,
  updatedAt: 1,
  leafId: null,
  options: { model: 'gpt-4o', params: {} },
  cost: null,
});

/** An opened chat with nothing in it. */
export const openedChat = (id: string): OpenedChat => ({
  chat: chatNamed(id),
  transcript: { entries: [], from: 0, length: 0 },
  draft: null,
});
