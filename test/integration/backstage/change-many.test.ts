import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { openHistory } from '../../../main/backstage/database/open-history';
import { changeChats } from '../../../main/backstage/history/change-chats';
import { insertChat } from '../../../main/backstage/history/chats';
import { changeGroups } from '../../../preload/contract/change-groups';
import { chatChanges } from '../../../preload/contract/organise';
import { KEY, OPTIONS, temporaryFolder } from './support';

it('changes more chats than one change may name, and what takes it back may be asked for', () => {
  const { database } = openHistory(path.join(temporaryFolder(), 'history.db'), KEY);
  const ids = Array.from({ length: 10_001 }, () => uuidv7());
  const changes = changeGroups(ids).map((chatIds) => ({
    chatIds,
    change: { kind: 'archive', isArchived: true } as const,
  }));
  const archived = () => database.first('SELECT count(*) AS count FROM chats WHERE archived_at IS NOT NULL');
  const { undo } = database.write((writer) => {
    for (const id of ids) insertChat(writer, { id, title: '', createdAt: 1 }, OPTIONS);
    return changeChats(writer, changes, 1);
  });
  expect(archived()).toEqual({ count: ids.length });
  expect(chatChanges.safeParse(undo).success).toBe(true);
  database.write((writer) => changeChats(writer, undo, 2));
  expect(archived()).toEqual({ count: 0 });
  database.close();
});
