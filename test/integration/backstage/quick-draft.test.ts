import { expect, it } from 'vitest';
import { OPTIONS, openDriver } from './support';

it('what is typed in the small window is kept apart from the main window’s new chat, and outlives a restart', async () => {
  const { driver, file } = await openDriver();
  await driver.call('draft.save', { chatId: null, text: 'of the main window', options: OPTIONS });
  // A text of SQLite would end at its first NUL.
  await driver.call('draft.saveQuick', { text: 'half a\u0000question' });
  await driver.call('history.close', null);
  const again = await openDriver(undefined, file);
  expect(await again.driver.call('draft.readQuick', null)).toBe('half a\u0000question');
  // Asked there, at the root of a chat of its own: the other draft was not sent, and is not lost.
  await again.driver.exchange(null, 'half a question', 'An answer', null);
  await again.driver.call('draft.saveQuick', { text: '' });
  expect(await again.driver.call('draft.readQuick', null)).toBe('');
  expect(await again.driver.call('draft.read', { chatId: null })).toMatchObject({
    text: 'of the main window',
  });
});
