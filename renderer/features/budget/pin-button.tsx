import { Pin, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { pinMessage } from '../../actions/budget';
import { IconButton } from '../../ui/button';

/** A call and its results stay together: none of them is pinned alone. */
const canBePinned = ({ role, parts, status }: Message): boolean =>
  role !== 'tool' && status !== 'streaming' && !parts.some(({ type }) => type === 'toolCall');

/** Keeps a message in the context when older ones are left out. */
export const PinButton = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  if (!canBePinned(message)) return null;
  const pinned = message.pinned === true;
  return (
    <IconButton
      label={pinned ? t('budget.unpin') : t('budget.pin')}
      onClick={() => void pinMessage(message, !pinned)}
    >
      {pinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
    </IconButton>
  );
};
