// First, so that components' rules come after it.
import './styles/tokens.css';
import './styles/contrast.css';
import './styles/base.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { flushDraft, readQuickDraft } from './actions/drafts';
import { loadModels } from './actions/endpoints';
import { scheduleEstimate } from './actions/estimates';
import { followEvents } from './actions/events';
import { loadMirror } from './actions/mirror';
import { takeOpened } from './actions/opened';
import { flushOptions } from './actions/options';
import { readSnapshot } from './actions/snapshot';
import { loadTransfer } from './actions/transfer';
import { loadUpdates } from './actions/updates';
import { noteVersion } from './actions/whats-new';
import { App } from './app/app';
import { AreaBoundary } from './app/area-boundary';
import { keepChatInAddress, openChatOfAddress } from './app/chat-address';
import { restMotion } from './app/resting-motion';
import { applyLook } from './app/theme';
import { runCommand } from './features/palette/commands';
import { startI18n } from './i18n/i18n';
import { useApp } from './stores/app-store';
import { noteKey } from './stores/between-keys';
import { isQuick } from './stores/quick-mode';
import { afterFrame } from './ui/after-frame';

const draw = (page: ReactNode) => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  // At once: what V8 keeps of the page's script for the next start is what had been compiled by the end of its first task.
  flushSync(() =>
    createRoot(root).render(
      <StrictMode>
        {/* The page's policy allows no inline <style>. */}
        <CSPProvider disableStyleElements>
          <AreaBoundary>{page}</AreaBoundary>
        </CSPProvider>
      </StrictMode>,
    ),
  );
};

/** What can wait until the page can be used. */
const prepareRest = () => {
  void loadModels(false);
  void import('./features/markdown/markdown-text');
  // Coming late it would push the buttons of its message away from under the pointer.
  void import('./features/attachments/message-attachments');
  if (isQuick) return;
  scheduleEstimate(0);
  void takeOpened();
  void loadTransfer();
  void loadMirror();
  void loadUpdates();
  noteVersion();
};

/** Does a job once it is known whether there is a history. */
const whenStarted = (job: () => void): void => {
  const isStarted = () => useApp.getState().history.kind !== 'starting';
  const look = () => {
    if (!isStarted()) return;
    undo();
    job();
  };
  const undo = useApp.subscribe(look);
  look();
};

/** The small window is loaded only where it is shown. */
const pageOf = async (): Promise<ReactNode> => {
  if (!isQuick) return <App />;
  const { Quick } = await import('./quick/quick');
  await readQuickDraft();
  return <Quick />;
};

const start = async () => {
  // Events first: what changes between the snapshot and the first frame must not be missed.
  followEvents(window.parlance.on, runCommand);
  document.addEventListener(
    'keydown',
    () => {
      restMotion();
      noteKey(afterFrame);
    },
    true,
  );
  await startI18n(await readSnapshot());
  applyLook(useApp.getState().settings);
  keepChatInAddress();
  // Begun before the first frame, so that a reload does not flash an empty chat.
  void openChatOfAddress();
  draw(await pageOf());
  window.addEventListener('pagehide', () => {
    flushDraft();
    void flushOptions();
  });
  whenStarted(() => requestIdleCallback(prepareRest, { timeout: 1000 }));
};

void start();
