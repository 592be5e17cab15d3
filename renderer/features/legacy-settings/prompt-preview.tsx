import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { itemsOf, refsOf, useAttachments } from '../../stores/attachments-store';
import { boxOf, messageOf, roleOf, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import styles from './legacy-settings.module.css';

/** So that typing is not slowed down, in milliseconds. */
const PAUSE_MS = 150;
/** So much of the end is shown, in UTF-16 code units: that is where the model goes on. */
const SHOWN_LENGTH = 40_000;

/** The prompt that sending now would ask with; null while it is not known. */
const usePrompt = (): string | null => {
  const chatId = useConversation((state) => state.chatId);
  const leafId = useConversation(({ chat }) => chat?.leafId ?? null);
  const options = useConversation((state) => state.options);
  const text = useComposer((state) => messageOf(boxOf(state, chatKey(chatId))));
  const role = useComposer((state) => roleOf(state, chatKey(chatId)));
  const beside = useAttachments((state) => itemsOf(state, chatKey(chatId)));
  const [prompt, setPrompt] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new leaf means another prompt
  useEffect(() => {
    let latest = true;
    const timer = setTimeout(() => {
      const found = request('chat.transcript', { chatId, text, role, options, ...refsOf(beside) }).catch(
        () => null,
      );
      void found.then((known) => latest && setPrompt(known));
    }, PAUSE_MS);
    return () => {
      latest = false;
      clearTimeout(timer);
    };
  }, [chatId, leafId, options, text, role, beside]);
  return prompt;
};

const Prompt = ({ id }: { readonly id: string }) => {
  const { t, i18n } = useTranslation();
  const prompt = usePrompt();
  const cut = Math.max(0, (prompt?.length ?? 0) - SHOWN_LENGTH);
  return (
    <section id={id} aria-label={t('legacy.prompt')}>
      {cut > 0 && (
        <p className={styles.hint}>
          {t('legacy.promptCut', {
            count: cut,
            characters: new Intl.NumberFormat(i18n.language).format(cut),
          })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className={styles.prompt}>
        {prompt === null ? t('legacy.promptUnknown') : prompt.slice(cut)}
      </pre>
    </section>
  );
};

/** Shows, on demand, the very text that will be sent, while it is typed. */
export const PromptPreview = () => {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className={styles.show} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t(open ? 'legacy.hidePrompt' : 'legacy.showPrompt')}
      </Button>
      {open && <Prompt id={id} />}
    </>
  );
};
