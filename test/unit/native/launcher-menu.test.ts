import { expect, it } from 'vitest';
import { dockItems, userTasks } from '../../../main/native/launcher-menu';

const command = (switched: string) => ({
  program: 'C:\\Program Files\\Parlance\\Parlance.exe',
  args: ['--user-data-dir=D:\\my "chats"\\', switched],
});

it('offers a new chat and a quick question at the icon in the dock, in the language of the app', () => {
  const done: string[] = [];
  const actions = { newChat: () => done.push('new'), quickAsk: () => done.push('quick') };
  const items = dockItems('zh-CN', actions);
  expect(items.map(({ label }) => label)).toEqual(['新对话', '在小窗口中提问']);
  for (const { click } of items) (click as unknown as () => void)();
  expect(done).toEqual(['new', 'quick']);
});

it('offers the same in the task bar of Windows, each with a command line that comes apart as it was put together', () => {
  const tasks = userTasks('en', command);
  expect(tasks.map(({ title }) => title)).toEqual(['New chat', 'Ask in the small window']);
  expect(tasks.map(({ arguments: line }) => line)).toEqual([
    '"--user-data-dir=D:\\my \\"chats\\"\\\\" "--new-chat"',
    '"--user-data-dir=D:\\my \\"chats\\"\\\\" "--quick-ask"',
  ]);
  expect(tasks[0]?.program).toBe('C:\\Program Files\\Parlance\\Parlance.exe');
});
