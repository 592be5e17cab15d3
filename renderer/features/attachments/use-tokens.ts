import { useConversation } from '../../stores/conversation-store';

/** What an attachment takes of the next prompt, as far as it is counted. */
export const useTokens = (hash: string): { readonly count: number; readonly exact: boolean } | null => {
  const count = useConversation(
    ({ estimate }) => estimate?.attachmentTokens?.find((counted) => counted.hash === hash)?.tokens ?? null,
  );
  const exact = useConversation(({ estimate }) => estimate?.exact ?? false);
  return count === null ? null : { count, exact };
};
