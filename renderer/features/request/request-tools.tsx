import { Braces, Repeat1 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentRequest } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import { repeatExactly } from '../../actions/turns';
import { useChatList } from '../../stores/chat-list-store';
import { IconButton } from '../../ui/button';
import { CopyCodeButton } from './copy-code-button';

const RequestDialog = lazy(async () => ({ default: (await import('./request-dialog')).RequestDialog }));

interface RequestToolsProps {
  readonly message: Message;
  readonly sent: SentRequest;
}

/** What can be done with the request that made an answer. */
export const RequestTools = ({ message, sent }: RequestToolsProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const busy = useChatList((list) => list.busy.has(message.chatId));
  return (
    <>
      <IconButton label={t('request.again')} disabled={busy} onClick={() => void repeatExactly(message)}>
        <Repeat1 size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('request.show')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Braces size={15} aria-hidden />
      </IconButton>
      <CopyCodeButton message={message} sent={sent} />
      {open && (
        <Suspense>
          <RequestDialog message={message} sent={sent} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
