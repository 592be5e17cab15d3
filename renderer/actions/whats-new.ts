import { useApp } from '../stores/app-store';
import { useChatList } from '../stores/chat-list-store';
import { tell } from '../stores/notices-store';
import { useView } from '../stores/view-store';

const PLACE = 'parlance:version';

/**
 * Says once that this is another version than the last time, and keeps which that was. Nothing is new to who has just begun.
 */
export const noteVersion = (): void => {
  const { version } = useApp.getState();
  const versionBefore = localStorage.getItem(PLACE);
  localStorage.setItem(PLACE, version);
  const isFirstStart = versionBefore === null && useChatList.getState().chats.length === 0;
  if (versionBefore === version || isFirstStart) return;
  useView.setState({ versionBefore });
  tell({ kind: 'updated', version });
};
