import { ChartNoAxesColumn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { toggleTokenView, useTokenViews } from '../../stores/token-views';
import { IconButton } from '../../ui/button';

/** Shows a reply as its tokens and back, where their probabilities are known. */
export const LogprobsButton = ({ message }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const pressed = useTokenViews(({ shown }) => shown.has(message.id));
  if (!message.answer?.logprobTokens) return null;
  return (
    <IconButton
      label={t('logprobs.button')}
      aria-pressed={pressed}
      onClick={() => toggleTokenView(message.id)}
    >
      <ChartNoAxesColumn size={15} aria-hidden />
    </IconButton>
  );
};
