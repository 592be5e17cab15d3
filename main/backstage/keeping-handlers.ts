import path from 'node:path';
import { findAttachments } from './attachments/blobs';
import { probeRoom } from './database/probe-room';
import type { Clock, Handlers } from './handler-types';
import { findChat } from './history/chats';
import { saveEditDraft } from './history/edit-drafts';
import { expireTrash, readTrash, removeTrashed } from './history/trash';
import type { OpInput } from './protocol';
import type { HistoryPlace, KeepingOps } from './protocol-keeping';
import { salvage } from './salvage/salvage';
import type { Session } from './session';
import { makeSnapshot } from './snapshots/make-snapshot';
import { withSnapshot } from './snapshots/open-snapshot';
import { prepareNext, putNext } from './snapshots/restore-all';
import { readSnapshotChats, readSnapshotFacts } from './snapshots/snapshot-chats';
import { listSnapshots, snapshotFile } from './snapshots/snapshot-folder';

type Part<Prefix extends string> = Pick<Handlers, Extract<keyof KeepingOps, `${Prefix}.${string}`>>;

const trashHandlers = (session: Session): Part<'trash' | 'draft'> => {
  const remove = (act: () => number): number => {
    const count = act();
    if (count > 0) session.remover.start();
    return count;
  };
  return {
    'trash.page': ({ cursor, limit }) => readTrash(session.database, cursor, limit),
    'trash.remove': ({ chatIds }) =>
      remove(() => session.database.write((writer) => removeTrashed(writer, chatIds))),
    'trash.expire': ({ before }) =>
      remove(() => session.database.write((writer) => expireTrash(writer, before))),
    'draft.saveEdit': ({ chatId, messageId, text, name, attachments: refs }) => {
      const { seq } = findChat(session.database, chatId);
      session.database.write((writer) => {
        const attachments = refs && findAttachments(writer, refs);
        saveEditDraft(writer, seq, {
          messageId,
          text,
          ...(attachments === undefined ? {} : { attachments }),
          ...(name === undefined ? {} : { name }),
        });
      });
      return null;
    },
  };
};

const snapshotHandlers = (session: Session, clock: Clock): Part<'snapshot'> => {
  const read = <T>(
    { file, keyHex }: HistoryPlace,
    name: string,
    work: Parameters<typeof withSnapshot<T>>[1],
  ): Promise<T> => {
    const scratch = path.join(path.dirname(file), 'snapshot-being-read.db');
    return session.inTurn(() => withSnapshot({ snapshot: snapshotFile(file, name), scratch, keyHex }, work));
  };
  const restoreAll = async ({ name, isSound, ...place }: OpInput<'snapshot.restoreAll'>): Promise<null> => {
    await prepareNext(session.runJob, place, name);
    if (isSound) await makeSnapshot(session.runJob, place, 'restore', clock());
    session.close();
    await putNext(place.file, isSound, clock());
    return null;
  };
  return {
    'snapshot.list': ({ file, keyHex }) => listSnapshots(file, keyHex),
    'snapshot.make': ({ reason }) =>
      session.inTurn(async () => {
        await makeSnapshot(session.runJob, session.place, reason, clock());
        return null;
      }),
    'snapshot.chats': ({ name, cursor, limit }) =>
      read(session.place, name, (snapshot) => readSnapshotChats(snapshot, session.database, cursor, limit)),
    'snapshot.facts': ({ name, ...place }) => read(place, name, readSnapshotFacts),
    'snapshot.restoreChat': ({ name, chatId }) =>
      read(session.place, name, async (snapshot) => {
        const { restoreChatFrom } = await import('./snapshots/restore-chat');
        await restoreChatFrom(snapshot, session.database, chatId, clock());
        return null;
      }),
    'snapshot.restoreAll': (input) => session.inTurn(() => restoreAll(input)),
  };
};

/** Handlers of what nothing is lost by. */
export const keepingHandlers = (
  session: Session,
  clock: Clock,
): Pick<Handlers, Extract<keyof KeepingOps, keyof Handlers>> => ({
  ...trashHandlers(session),
  ...snapshotHandlers(session, clock),
  'history.check': () =>
    session.inTurn(async () => {
      const answer = await session.runJob({ kind: 'check', ...session.place });
      return { damaged: answer.ok && answer.value.damaged };
    }),
  'history.salvage': (place) =>
    session.inTurn(() => {
      session.close();
      return session.salvage.run((watch) => salvage(session.runJob, place, clock(), watch));
    }),
  'history.salvageProgress': () => session.salvage.done,
  'history.stopSalvage': () => {
    session.salvage.stop();
    return null;
  },
  'history.probe': () => {
    probeRoom(session.database);
    return null;
  },
});
