import { callsOf } from '../../../preload/contract/answer-parts';
import type { Message } from '../../../preload/contract/history';
import { messageText } from '../../stores/transcript';

/** True for a reply that was cut: one can ask the model to go on from its text. */
export const canContinue = (message: Message): boolean => {
  // With calls the API takes nothing but their results.
  if (message.role !== 'assistant' || callsOf(message.parts).length > 0) return false;
  if (message.status === 'interrupted') return true;
  if (message.status === 'failed' || message.status === 'stopped') return messageText(message) !== '';
  return message.answer?.finishReason === 'length';
};
