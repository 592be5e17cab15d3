import type { LoginStart } from '../../preload/contract/native';
import type { SettingsPatch } from '../../preload/contract/settings';
import { request } from '../ipc/client';
import { useNative } from '../stores/native-store';
import { tellError } from '../stores/notices-store';

/** Asks what the desktop has, and what is set there. */
export const loadNative = async (): Promise<void> => {
  try {
    useNative.setState({ facts: await request('native.facts', {}) });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Sets how the app starts when the person logs in. */
export const setLoginStart = async (start: LoginStart): Promise<void> => {
  try {
    useNative.setState({ facts: await request('native.setLoginStart', { start }) });
  } catch (thrown) {
    tellError(thrown);
  }
};

/** Changes what is set for the desktop. */
export const setNative = (patch: Pick<SettingsPatch, 'notifications' | 'tray' | 'quickKeys'>): void =>
  void request('settings.update', patch).catch(tellError);

/** Opens the small window for a quick question. */
export const quickAsk = (): void => void request('quick.show', {}).catch(tellError);

/** Lets the person print a chat. */
export const printChat = (chatId: string): void =>
  void request('transfer.print', { chatId }).catch(tellError);

/** Goes on with a drag of chats as a drag of files. */
export const dragOut = (chatIds: readonly string[]): void =>
  void request('transfer.dragOut', { chatIds: [...chatIds] }).catch(tellError);
