import { Bot, Tag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChatFilter } from '../../../preload/contract/organise';
import { chooseFilter } from '../../actions/order';
import { useOrder } from '../../stores/order-store';
import { SmallDialog } from '../../ui/small-dialog';
import { ChoiceList } from './choice-list';

/** All tags and models that chats can be filtered by. */
export const FilterDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const tags = useOrder((state) => state.tags);
  const models = useOrder((state) => state.models);
  const choose = (filter: ChatFilter) => () => {
    chooseFilter(filter);
    onClose();
  };
  const choices = [
    ...tags.map(({ name, chatCount }) => ({
      key: `tag ${name}`,
      name,
      note: t('organise.chats', { count: chatCount }),
      icon: <Tag size={15} aria-hidden />,
      choose: choose({ kind: 'tag', tag: name }),
    })),
    ...models.map((model) => ({
      key: `model ${model}`,
      name: model,
      icon: <Bot size={15} aria-hidden />,
      choose: choose({ kind: 'model', model }),
    })),
  ];
  return (
    <SmallDialog title={t('organise.filter')} closeLabel={t('organise.close')} onClose={onClose}>
      <ChoiceList label={t('organise.filter')} filterLabel={t('organise.filterTags')} choices={choices} />
    </SmallDialog>
  );
};
