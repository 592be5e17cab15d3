import { copyFileSync, mkdirSync } from 'node:fs';
import { openHistory } from '../../../main/backstage/database/open-history';
import { say } from '../../support/say';

/** Run as a process of its own: opens copies of histories of earlier versions, one after the other, until it is killed. */
const [folder = '', keyHex = '', first = '0', versions = '1'] = process.argv.slice(2);

say('started');
for (let at = Number(first); ; at += 1) {
  const file = `${folder}/${at}/history.db`;
  mkdirSync(`${folder}/${at}`);
  copyFileSync(`${folder}/version-${1 + (at % Number(versions))}.db`, file);
  say(String(at));
  openHistory(file, keyHex).database.close();
}
