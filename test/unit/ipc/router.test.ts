import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../main/ipc/handlers';
import { createRouter } from '../../../main/ipc/router';
import { createSenderGate, type Sender } from '../../../main/ipc/sender-gate';
import { type Route, requests } from '../../../preload/contract/requests';
import { Failure } from '../../../preload/contract/result';
import { goodInputs } from '../../support/good-inputs';

const routes = Object.keys(requests) as Route[];
const page: Sender = { webContentsId: 1, isMainFrame: true, url: 'app://parlance/index.html' };
const id = '0190a000-0000-7000-8000-000000000000';
const options = { model: 'gpt-4o', params: {} };
const gate = createSenderGate(() => new Set([1]), 'app://parlance');

/** Handlers that note that they were reached: hostile input must never get this far. */
const noting = (reached: string[]): Handlers =>
  Object.fromEntries(
    routes.map((route) => [
      route,
      () => {
        reached.push(route);
        return Promise.resolve(null);
      },
    ]),
  ) as unknown as Handlers;

const ask = async (sender: Sender, route: unknown, input: unknown) => {
  const reached: string[] = [];
  const result = await createRouter(noting(reached), gate)(sender, route, input);
  return { code: result.ok ? 'ok' : result.error.code, reached: reached.length };
};

const passed = { code: 'ok', reached: 1 };
const invalid = { code: 'request.invalid', reached: 0 };
const forbidden = { code: 'request.forbidden', reached: 0 };

describe.each(routes)('%s', (route) => {
  it('lets good input of the page through', async () => {
    expect(await ask(page, route, goodInputs[route])).toEqual(passed);
  });

  it.each([undefined, null, 'text', 7, true, [], () => 1, Symbol.iterator])(
    'refuses input that is no object (%#)',
    async (input) => {
      expect(await ask(page, route, input)).toEqual(invalid);
    },
  );

  it('refuses unknown keys, so that nothing rides along', async () => {
    expect(await ask(page, route, { ...goodInputs[route], extra: 1 })).toEqual(invalid);
    expect(await ask(page, route, { ...goodInputs[route], __proto__x: {} })).toEqual(invalid);
  });

  it('refuses every field of a wrong type', async () => {
    for (const field of Object.keys(goodInputs[route])) {
      for (const wrong of [{}, [[]], Number.NaN, new Date(0), 10n]) {
        expect(await ask(page, route, { ...goodInputs[route], [field]: wrong }), field).toEqual(invalid);
      }
    }
  });

  it('refuses every string beyond its bound', async () => {
    for (const [field, value] of Object.entries(goodInputs[route])) {
      if (typeof value !== 'string') continue;
      expect(await ask(page, route, { ...goodInputs[route], [field]: 'x'.repeat(8_000_001) }), field).toEqual(
        invalid,
      );
    }
  });

  it('refuses another window, a sub-frame, another origin and a frame that is gone', async () => {
    const senders: Sender[] = [
      { ...page, webContentsId: 2 },
      { ...page, isMainFrame: false },
      { ...page, url: 'https://example.org/app://parlance/index.html' },
      { ...page, url: 'app://parlance.evil/index.html' },
      { ...page, url: 'http://parlance/' },
      { ...page, url: '' },
    ];
    for (const sender of senders)
      expect(await ask(sender, route, goodInputs[route]), sender.url).toEqual(forbidden);
  });
});

describe('the funnel', () => {
  it.each(['nope', 'constructor', '__proto__', 'toString', '', 1, null, {}, ['app.snapshot']])(
    'knows only its own routes (%s)',
    async (route) => {
      expect(await ask(page, route, {})).toEqual({ code: 'request.unknownRoute', reached: 0 });
    },
  );

  it('answers a handler that throws with a code and never with the text of an unknown error', async () => {
    const failing = (error: Error) =>
      createRouter({ ...noting([]), 'app.snapshot': () => Promise.reject(error) }, gate)(
        page,
        'app.snapshot',
        {},
      );
    expect(await failing(new TypeError('sk-secret'))).toEqual({
      ok: false,
      error: { code: 'internal', message: 'TypeError' },
    });
    expect(await failing(new Failure('chat.busy', 'busy', { chat: 1 }))).toEqual({
      ok: false,
      error: { code: 'chat.busy', message: 'busy', detail: { chat: 1 } },
    });
  });

  it('tells which field was wrong but not what was in it', async () => {
    const router = createRouter(noting([]), gate);
    const result = await router(page, 'chat.send', { chatId: null, text: 7, options, secret: 'sk-secret' });
    expect(JSON.stringify(result)).not.toContain('sk-secret');
    const bad = await router(page, 'chat.rename', { chatId: id, title: 7 });
    expect(bad).toMatchObject({ ok: false, error: { detail: { route: 'chat.rename', field: 'title' } } });
  });

  it.each([
    [{ temperature: 3 }],
    [{ n: 0 }],
    [{ n: 129 }],
    [{ maxTokens: 1.5 }],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }],
    [{ stop: [''] }],
    [{ seed: Number.POSITIVE_INFINITY }],
    [{ logitBias: { hello: 1 } }],
    [{ logitBias: { '1': 101 } }],
    [{ responseFormat: { type: 'json_schema', name: 'a b', strict: true, schema: '{"type":"object"}' } }],
    [{ responseFormat: { type: 'json_schema', name: 'a', strict: true, schema: '{"type":"string"}' } }],
    [{ verbosity: 'loud' }],
    [{ colour: 1 }],
  ])('refuses generation settings outside the API reference: %j', async (params) => {
    expect(
      await ask(page, 'chat.send', { chatId: null, text: 'x', options: { model: 'm', params } }),
    ).toEqual(invalid);
  });
});
