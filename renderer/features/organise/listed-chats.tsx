import { useCallback } from 'react';
import { loadMoreListed } from '../../actions/order';
import { type Listing, listingKey } from '../../stores/order-store';
import { ChatRows } from '../conversations/chat-rows';

interface ListedChatsProps {
  readonly listing: Listing;
  readonly label: string;
}

/** The chats of a folder or of a filter. */
export const ListedChats = ({ listing: { filter, chats, cursor }, label }: ListedChatsProps) => {
  const loadMore = useCallback(() => void loadMoreListed(filter), [filter]);
  return (
    <ChatRows name={listingKey(filter)} label={label} chats={chats} cursor={cursor} loadMore={loadMore} />
  );
};
