import { request } from '../ipc/client';
import { useApp } from '../stores/app-store';
import { itemsOf, refsOf, useAttachments } from '../stores/attachments-store';
import { boxOf, messageOf, roleOf, useComposer } from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { hasBadName, nameToSend } from '../stores/names-store';
import { onceOptions } from '../stores/once-model-store';
import { debounced } from './debounced';

const pending = debounced();
let latest = 0;

const estimate = async () => {
  latest += 1;
  const turn = latest;
  const { chatId, options } = useConversation.getState();
  const text = messageOf(boxOf(useComposer.getState(), chatKey(chatId)));
  const role = roleOf(useComposer.getState(), chatKey(chatId));
  const name = hasBadName(chatKey(chatId)) ? undefined : nameToSend(chatKey(chatId));
  const beside = refsOf(itemsOf(useAttachments.getState(), chatKey(chatId)));
  const asked = onceOptions(chatKey(chatId), options);
  const { endpointId, history } = useApp.getState();
  if (endpointId === null || (history.kind !== 'open' && history.kind !== 'readOnly')) return;
  // Without a number the meter says "not counted"; an error to read would only disturb the person who types.
  const counted = await request('chat.estimate', {
    chatId,
    text,
    role,
    name,
    options: asked,
    ...beside,
  }).catch(() => null);
  if (turn === latest && useConversation.getState().chatId === chatId) {
    useConversation.setState({ estimate: counted });
  }
};

/** Counts the next request's tokens after a pause of `ms` milliseconds; the latest question's answer wins. */
export const scheduleEstimate = (ms: number): void => pending.schedule(() => void estimate(), ms);
