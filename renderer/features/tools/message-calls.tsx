import type { Message } from '../../../preload/contract/history';
import { useConversation } from '../../stores/conversation-store';
import { useLiveCalls } from '../transcript/use-live-answer';
import { CallResults } from './call-results';
import { isAnswered } from './call-state';
import { ToolCalls } from './tool-calls';

interface MessageCallsProps {
  readonly message: Message;
  /** False for an answer beside the one that the conversation goes on from. */
  readonly onPath: boolean;
}

/** The calls of a message, and where their results are typed as long as they have none. */
export const MessageCalls = ({ message, onPath }: MessageCallsProps) => {
  const calls = useLiveCalls(message);
  const answered = useConversation(({ transcript }) => isAnswered(transcript.entries, message.id));
  if (calls.length === 0) return null;
  return (
    <>
      <ToolCalls message={message} calls={calls} />
      {onPath && !answered && message.status !== 'streaming' && (
        <CallResults message={message} calls={calls} />
      )}
    </>
  );
};
