import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../features/attachments/drop-zone';
import { Composer } from '../features/composer/composer';
import { FindBar } from '../features/search/find-bar';
import { HitBar } from '../features/search/hit-bar';
import { Transcript } from '../features/transcript/transcript';
import { errorText } from '../i18n/error-text';
import { sentences } from '../i18n/sentences';
import { currentEndpoint, isClosed, useApp } from '../stores/app-store';
import { useChatList } from '../stores/chat-list-store';
import { useConversation } from '../stores/conversation-store';
import { useFind } from '../stores/find-store';
import { keysText } from '../ui/keys';
import { useKeysOf } from '../ui/use-keys-of';
import { AreaBoundary } from './area-boundary';
import { Banner } from './banner';
import { ConversationHead } from './conversation-head';
import { NoticeStack } from './notice-stack';
import { ReplyAnnouncer } from './reply-announcer';
import styles from './shell.module.css';

const FirstRun = lazy(async () => ({ default: (await import('../features/first-run/first-run')).FirstRun }));
const SamplesButton = lazy(async () => ({
  default: (await import('../features/samples/samples-button')).SamplesButton,
}));
const ClosedHistory = lazy(async () => ({
  default: (await import('../features/unlock/closed-history')).ClosedHistory,
}));

/** Without a single chat there is nothing to look at, and nothing that shows how things are done. */
const BeforeFirstChat = () => {
  const hasNone = useChatList(({ chats }) => chats.length === 0);
  const isOpen = useApp(({ history }) => history.kind === 'open');
  return (
    hasNone &&
    isOpen && (
      <Suspense>
        <SamplesButton />
      </Suspense>
    )
  );
};

const EmptyChat = () => {
  const { t } = useTranslation();
  const platform = useApp((state) => state.platform);
  const palette = useKeysOf('palette');
  const current = useApp(currentEndpoint);
  const endpoint = current?.kind === 'demo' ? t('settings.demoName') : (current?.name ?? null);
  return (
    <div className={styles.empty}>
      <h1>{t('conversation.emptyTitle')}</h1>
      {endpoint !== null && <p>{t('conversation.emptyHint', { endpoint })}</p>}
      <p className={styles.tips}>
        {sentences(
          t('samples.tips'),
          palette === undefined ? null : t('samples.paletteTip', { keys: keysText(palette, platform) }),
        )}
      </p>
      <BeforeFirstChat />
    </div>
  );
};

const OpenFailed = () => {
  const { t } = useTranslation();
  const phase = useConversation((state) => state.phase);
  if (typeof phase === 'string') return null;
  const { what, fix } = errorText(t, phase.failed);
  return (
    <div role="alert" className={styles.empty}>
      <h1>{what}</h1>
      <p>{fix}</p>
    </div>
  );
};

const OpenChat = () => {
  const { t } = useTranslation();
  const loading = useConversation(({ phase }) => phase === 'loading');
  const failed = useConversation(({ phase }) => typeof phase === 'object');
  const isNew = useConversation(({ chatId }) => chatId === null);
  if (failed) return <OpenFailed />;
  if (isNew) return <EmptyChat />;
  return (
    <>
      <Transcript />
      {loading && (
        <p role="status" className={styles.loading}>
          {t('conversation.loading')}
        </p>
      )}
    </>
  );
};

const Content = () => {
  const history = useApp((state) => state.history);
  const firstRun = useApp((state) => state.endpointId === null);
  const isNew = useConversation(({ chatId }) => chatId === null);
  if (isClosed(history)) return <ClosedHistory kind={history.kind} />;
  return firstRun && isNew ? <FirstRun /> : <OpenChat />;
};

/** The chat on screen and the box to type in. The box stays whatever is shown above it: a draft is never lost. */
export const Conversation = () => {
  const { t } = useTranslation();
  const chatId = useConversation((state) => state.chatId);
  const finding = useFind(({ open }) => open);
  return (
    <main className={styles.main} aria-label={t('conversation.title')}>
      <ConversationHead />
      <Banner />
      {/* Not loaded later: what is typed after Ctrl+F must not go elsewhere. */}
      {finding && <FindBar />}
      <HitBar />
      {/* A chat that cannot be shown leaves the others, and the draft, in reach. */}
      <AreaBoundary resetKey={chatId}>
        <Suspense fallback={<div className={styles.empty} />}>
          <Content />
        </Suspense>
      </AreaBoundary>
      <NoticeStack />
      <Composer />
      <ReplyAnnouncer />
      <DropZone />
    </main>
  );
};
