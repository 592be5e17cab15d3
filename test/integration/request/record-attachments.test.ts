import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refOf } from '../../../preload/contract/attachments';
import { type FaultServer, startFaultServer } from '../../support/fault-server';
import { HARD_TEXTS } from '../../support/hard-texts';
import { makePng } from '../../support/make-image';
import { expectShown, openBench } from './bench';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

describe('the request of an answer is shown byte for byte as the server got it', () => {
  it('with images and files, of this turn and of earlier ones, in a megabyte of base64', async () => {
    const bench = await openBench(server);
    const { driver } = bench;
    const noise = Buffer.concat([makePng(800, 600), randomBytes(1_000_000)]);
    const image = refOf(await driver.call('attachment.add', { name: 'a.png', mime: '', bytes: noise }));
    const text = Buffer.from(HARD_TEXTS.filter((text) => !text.includes('\0')).join('\n'));
    const file = refOf(await driver.call('attachment.add', { name: 'h.txt', mime: '', bytes: text }));
    const attachments = [{ ...image, detail: 'high' as const }, file];
    const turn = await bench.ask({ kind: 'send', chatId: null, text: 'What?', attachments });
    await expectShown(server, bench, turn);
    const chatId = turn.opened.chat.id;
    const next = await bench.ask({ kind: 'send', chatId, text: '', attachments: [image] });
    const { sentBody } = await expectShown(server, bench, next);
    expect(sentBody.split(noise.toString('base64'))).toHaveLength(3);
    expect(JSON.parse(sentBody).messages[2].content).toHaveLength(1);
  });
});
