import { ExternalLink, Plus } from 'lucide-react';
import { type FormEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { flushDraft } from '../actions/drafts';
import { newChat } from '../actions/open-chat';
import { sendMessage } from '../actions/turns';
import { AreaBoundary } from '../app/area-boundary';
import { NoticeStack } from '../app/notice-stack';
import { ReplyAnnouncer } from '../app/reply-announcer';
import { useLook } from '../app/theme';
import { Attached } from '../features/attachments/attached';
import composer from '../features/composer/composer.module.css';
import { MessageBox } from '../features/composer/message-box';
import { PastedText } from '../features/composer/pasted-text';
import { SendButton } from '../features/composer/send-button';
import { ModelPicker } from '../features/models/model-picker';
import { Transcript } from '../features/transcript/transcript';
import { request } from '../ipc/client';
import { isClosed, useApp } from '../stores/app-store';
import { roleOf, useComposer } from '../stores/composer-store';
import { chatKey, useConversation } from '../stores/conversation-store';
import { tellError } from '../stores/notices-store';
import { focusMessageBox, showSettings, useView } from '../stores/view-store';
import { Button } from '../ui/button';
import styles from './quick.module.css';
import { useQuickKeys } from './quick-keys';

/** Goes on in the main window, with the chat that is shown here. */
const goOn = (): void => {
  flushDraft();
  void request('quick.goOn', { chatId: useConversation.getState().chatId }).catch(tellError);
};

const startAnew = (): void => {
  newChat();
  focusMessageBox();
};

const Box = () => {
  const place = useConversation(({ chatId }) => chatKey(chatId));
  const role = useComposer((state) => roleOf(state, place));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void sendMessage();
  };
  return (
    <form className={`${composer.card} ${styles.box}`} onSubmit={onSubmit}>
      <Attached place={place} role={role} />
      <PastedText />
      <MessageBox />
      <div className={composer.tools}>
        <ModelPicker />
        <div className={composer.sending}>
          <SendButton />
        </div>
      </div>
    </form>
  );
};

/** What can be done with the question that is shown; nothing is shown of one that was not asked. */
const Buttons = () => {
  const { t } = useTranslation();
  const isNew = useConversation(({ chatId }) => chatId === null);
  const notReady = useApp(({ history, endpointId }) => isClosed(history) || endpointId === null);
  return (
    <footer className={styles.foot}>
      <p className={styles.hint}>{notReady ? t('quick.notReady') : t('quick.hint')}</p>
      {!isNew && (
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onClick={startAnew}>
          {t('quick.fresh')}
        </Button>
      )}
      {(notReady || !isNew) && (
        <Button look="quiet" icon={<ExternalLink size={14} aria-hidden />} onClick={goOn}>
          {t('quick.goOn')}
        </Button>
      )}
    </footer>
  );
};

/** What a notice would open here is in the main window. */
const useSettingsElsewhere = (): void => {
  const isWanted = useView(({ settingsOpen }) => settingsOpen);
  useEffect(() => {
    if (!isWanted) return;
    showSettings(false);
    goOn();
  }, [isWanted]);
};

/** The small window: a question, its answer below it, and the way to the main window. */
export const Quick = () => {
  const { t } = useTranslation();
  const isNew = useConversation(({ chatId }) => chatId === null);
  useLook();
  useQuickKeys();
  useSettingsElsewhere();
  useEffect(() => {
    window.addEventListener('focus', focusMessageBox);
    return () => window.removeEventListener('focus', focusMessageBox);
  }, []);
  return (
    <main className={styles.window} aria-label={t('quick.title')}>
      <h1 className="hidden-visually">{t('quick.title')}</h1>
      <Box />
      <AreaBoundary>{isNew ? <div className={styles.nothing} /> : <Transcript />}</AreaBoundary>
      <NoticeStack />
      <Buttons />
      <ReplyAnnouncer />
    </main>
  );
};
