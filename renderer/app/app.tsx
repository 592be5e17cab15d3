import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Conversations } from '../features/conversations/conversations';
import { isUnread, useApp } from '../stores/app-store';
import { usePanelShown } from '../stores/panel-room';
import { TipLayer } from '../ui/tip-layer';
import { AreaBoundary } from './area-boundary';
import { Conversation } from './conversation';
import { Dialogs } from './dialogs';
import { interactive, markFirstPaint, markInteractive } from './marks';
import { PANEL_ID } from './settings-switch';
import styles from './shell.module.css';
import { useShortcuts } from './shortcuts';
import { useLook } from './theme';
import { useFocusKept } from './use-focus-kept';

const GenerationSettings = lazy(async () => {
  await interactive;
  const { GenerationSettings: Loaded } = await import('../features/generation-settings/generation-settings');
  return { default: Loaded };
});

const SettingsPanel = () => {
  const { t } = useTranslation();
  return (
    <section id={PANEL_ID} className={styles.panel} aria-label={t('params.title')}>
      <h2 className={styles.panelTitle}>{t('params.title')}</h2>
      <Suspense>
        <GenerationSettings />
      </Suspense>
    </section>
  );
};

/** Lays the page out. What is given to it is not rendered again because the panel comes or goes. */
const Shell = ({ children }: { readonly children: ReactNode }) => {
  const panelShown = usePanelShown();
  return (
    <div className={`${styles.shell} ${panelShown ? styles.withPanel : ''}`}>
      {children}
      {panelShown && (
        <AreaBoundary>
          <SettingsPanel />
        </AreaBoundary>
      )}
      <Dialogs />
      <TipLayer />
    </div>
  );
};

/** What goes for all of the page and shows nothing itself: its look, its keys, its focus and the marks of its start. */
const PageWide = () => {
  const starting = useApp(({ history }) => isUnread(history));
  useLook();
  useShortcuts();
  useFocusKept();
  useEffect(markFirstPaint, []);
  useEffect(() => (starting ? undefined : markInteractive()), [starting]);
  return null;
};

/** The whole page. It looks at no store itself: each change is rendered where it is shown, and not everywhere. */
export const App = () => (
  <>
    <Shell>
      <AreaBoundary>
        <Conversations />
      </AreaBoundary>
      <AreaBoundary>
        <Conversation />
      </AreaBoundary>
    </Shell>
    <PageWide />
  </>
);
