import { Check, CodeXml } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentRequest } from '../../../preload/contract/exchange';
import type { Message } from '../../../preload/contract/history';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { IconButton } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';
import type { CodeName } from './code/snippet';

const CodeMenu = lazy(async () => ({ default: (await import('./code-menu')).CodeMenu }));

const codeOf = async (message: Message, sent: SentRequest, name: CodeName): Promise<string> => {
  const { snippet } = await import('./code/snippet');
  const { chatId, id: messageId } = message;
  const { sentBody } = await request('chat.answerRecord', { chatId, messageId });
  return snippet(name, sent, sentBody);
};

interface CopyCodeButtonProps {
  readonly message: Message;
  readonly sent: SentRequest;
}

/** Opens the menu of languages, and copies the code that makes the answer's request. */
export const CopyCodeButton = ({ message, sent }: CopyCodeButtonProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { copied, copy } = useCopy();
  const button = useRef<HTMLButtonElement>(null);
  const choose = async (name: CodeName) => {
    try {
      await copy(await codeOf(message, sent, name));
    } catch (thrown) {
      tellError(thrown);
    }
  };
  return (
    <>
      <IconButton
        ref={button}
        label={t('request.copyAsCode')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {copied ? <Check size={15} aria-hidden /> : <CodeXml size={15} aria-hidden />}
      </IconButton>
      <span role="status" className="hidden-visually">
        {copied ? t('transcript.copied') : ''}
      </span>
      {open && (
        <Suspense>
          <CodeMenu anchor={button} onClose={() => setOpen(false)} onChoose={(name) => void choose(name)} />
        </Suspense>
      )}
    </>
  );
};
