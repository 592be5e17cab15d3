import { beforeEach, describe, expect, it } from 'vitest';
import { nearReader, noteSeen } from '../../../renderer/actions/near-reader';
import { selectBranch } from '../../../renderer/actions/turns';
import { newConversation, useConversation } from '../../../renderer/stores/conversation-store';
import { useNotices } from '../../../renderer/stores/notices-store';
import type { Transcript } from '../../../renderer/stores/transcript';
import { installFakeMain, openedChat } from './fake-main';
import { shownPath, stretchOf } from './paths';

const at = (id: string, leafId: string, transcript: Transcript) => {
  const { chat, ...rest } = openedChat(id);
  return { ...rest, chat: { ...chat, leafId }, transcript };
};
const shown = () => shownPath(useConversation.getState().transcript);

describe('a change far from the end of a long chat', () => {
  beforeEach(() => {
    useNotices.setState({ notices: [] });
    useConversation.setState({
      ...newConversation({ model: 'gpt-4o', params: {} }),
      chatId: 'a',
      transcript: stretchOf('abcdefghijkl', 0, 10),
    });
    noteSeen(3, 6);
  });

  it('shows what the reader has before them at once, on the other branch, and nothing of the former', async () => {
    const main = installFakeMain();
    const going = selectBranch('a', 'D');
    await main.sent('chat.selectBranch')[0]?.answer(at('a', 'L', stretchOf('abcDEFGHIJKL', 10, 12)));
    expect(shown()).toBe('0 abcdefghij 12');
    expect(main.sent('chat.stretch').map(({ input }) => input)).toEqual([
      { chatId: 'a', leafId: 'L', from: 3, count: 3 },
    ]);
    await main.sent('chat.stretch')[0]?.answer(stretchOf('abcDEFGHIJKL', 3, 6));
    await going;
    expect(shown()).toBe('0 abcDEF 12');
  });

  it('asks for no more where the end is what the reader has before them', async () => {
    const main = installFakeMain();
    noteSeen(9, 12);
    const going = selectBranch('a', 'K');
    await main.sent('chat.selectBranch')[0]?.answer(at('a', 'L', stretchOf('abcdefghijKL', 8, 12)));
    await going;
    expect(main.sent('chat.stretch')).toEqual([]);
    expect(shown()).toBe('0 abcdefghijKL 12');
  });

  it('is shown also when what is near cannot be read', async () => {
    const main = installFakeMain();
    const opened = at('a', 'L', stretchOf('abcDEFGHIJKL', 10, 12));
    const near = nearReader(opened);
    await main.sent('chat.stretch')[0]?.refuse('history.unavailable');
    expect(await near).toBe(opened);
  });
});
