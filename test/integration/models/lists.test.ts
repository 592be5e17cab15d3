import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createListsOf } from '../../../main/models/lists-of';
import { openModelLists } from '../../../main/models/model-lists';
import '../../support/electron-store-in-node';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { tempProfile } from '../../support/temp-profile';
import { endpointAt } from '../../support/turn-bench';

const listOf = (...ids: readonly string[]) =>
  ({
    kind: 'raw',
    contentType: 'application/json',
    text: JSON.stringify({ object: 'list', data: ids.map((id) => ({ id, object: 'model' })) }),
  }) as const;

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, shutdownDate: null }));

let server: FaultServer;
let folder: string;

/** One run of the app on the profile folder. */
const openRun = (now: () => number = Date.now) => {
  const changed: string[] = [];
  const problems: string[] = [];
  const listsOf = createListsOf({
    fetch,
    silenceMs: () => 5000,
    openLists: () => openModelLists({ folder }),
    onListChanged: (endpointId) => changed.push(endpointId),
    onProblem: (problem) => problems.push(problem),
    now,
  });
  return { listsOf, changed, problems };
};

beforeEach(async () => {
  server = await startFaultServer();
  folder = await tempProfile();
});
afterEach(() => server.close());

describe('the list of a server', () => {
  it('is still there after a restart without a network', async () => {
    server.fail(listOf('a', 'b'));
    const endpoint = endpointAt(server.baseUrl);
    expect(await openRun().listsOf(endpoint, false)).toEqual(named('a', 'b'));
    await server.close();
    const offline = openRun();
    expect(await offline.listsOf(endpoint, false)).toEqual(named('a', 'b'));
    expect(await offline.listsOf(endpoint, true)).toEqual(named('a', 'b'));
    expect(offline.problems).toContain('models.notListed');
  });

  it('is answered with at once, asked for again once per run, and told only when it has changed', async () => {
    const endpoint = endpointAt(server.baseUrl);
    server.fail(listOf('a'));
    await openRun().listsOf(endpoint, false);
    const asked = server.requests.length;

    server.fail(listOf('a', 'new'));
    const run = openRun();
    expect(await run.listsOf(endpoint, false)).toEqual(named('a'));
    await expect.poll(() => run.changed).toEqual([endpoint.id]);
    expect(await run.listsOf(endpoint, false)).toEqual(named('a', 'new'));
    expect(server.requests).toHaveLength(asked + 1);

    const same = openRun();
    await same.listsOf(endpoint, false);
    await expect.poll(() => server.requests).toHaveLength(asked + 2);
    expect(same.changed).toEqual([]);
  });

  it('that failed is not asked for again by every count of tokens, but soon, and when the person asks', async () => {
    const endpoint = endpointAt(server.baseUrl);
    server.fail({ kind: 'status', status: 500 });
    let now = 1000;
    const { listsOf } = openRun(() => now);
    await listsOf(endpoint, false);
    const asked = server.requests.length;
    await listsOf(endpoint, false);
    expect(server.requests).toHaveLength(asked);
    await listsOf(endpoint, true);
    expect(server.requests).toHaveLength(asked + 1);
    now += 60_000;
    server.fail(listOf('a'));
    expect(await listsOf(endpoint, false)).toEqual(named('a'));
  });

  it('of one endpoint is never taken for that of another, nor of the same at another address', async () => {
    server.fail(listOf('a'));
    const endpoint = endpointAt(server.baseUrl);
    await openRun().listsOf(endpoint, false);
    server.fail({ kind: 'status', status: 500 });
    expect(await openRun().listsOf({ ...endpoint, id: 'y' }, false)).toEqual([]);
    expect(await openRun().listsOf({ ...endpoint, baseUrl: `${server.baseUrl}/x` }, false)).toEqual([]);
  });

  it('tells when a model is shut down', async () => {
    const data = [
      { id: 'a', shutdown_date: '2027-01-14' },
      { id: 'b', shutdown_date: null },
      { id: 'c', shutdown_date: 'soon' },
    ];
    server.fail({ kind: 'raw', contentType: 'application/json', text: JSON.stringify({ data }) });
    expect(await openRun().listsOf(endpointAt(server.baseUrl), false)).toEqual([
      { id: 'a', shutdownDate: '2027-01-14' },
      ...named('b', 'c'),
    ]);
  });

  it('that is broken on disk costs that list only, and is no reason to fail', async () => {
    const good = { endpointId: 'x', baseUrl: server.baseUrl, models: named('kept') };
    await writeFile(join(folder, 'models.json'), JSON.stringify({ lists: [good, { baseUrl: 1 }] }));
    server.fail({ kind: 'status', status: 500 });
    expect(await openRun().listsOf(endpointAt(server.baseUrl), false)).toEqual(named('kept'));
    await writeFile(join(folder, 'models.json'), 'no json');
    expect(await openRun().listsOf(endpointAt(server.baseUrl), false)).toEqual([]);
  });

  it('of the demo, which is at another address in every run, does not pile up on disk', async () => {
    server.fail(listOf('parlance-demo'));
    await openRun().listsOf({ ...endpointAt(server.baseUrl), kind: 'demo' }, false);
    expect((await openModelLists({ folder })).get({ endpointId: 'x', baseUrl: server.baseUrl })).toBeNull();
  });

  it('does not grow without bound', async () => {
    const lists = await openModelLists({ folder });
    for (let at = 0; at < 22; at += 1)
      await lists.keep({ endpointId: `e${at}`, baseUrl: 'http://x' }, named('m'));
    const again = await openModelLists({ folder });
    expect(again.get({ endpointId: 'e1', baseUrl: 'http://x' })).toBeNull();
    expect(again.get({ endpointId: 'e21', baseUrl: 'http://x' })).toEqual(named('m'));
  });
});
