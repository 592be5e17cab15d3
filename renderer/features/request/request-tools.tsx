import { Braces } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentRequest } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
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
  return (
    <>
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
