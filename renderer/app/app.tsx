import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Conversations } from '../features/conversations/conversations';
import { useApp } from '../stores/app-store';
import { useKeeping } from '../stores/keeping-store';
import { useOrder } from '../stores/order-store';
import { usePanelShown } from '../stores/panel-room';
import { useTransfer } from '../stores/transfer-store';
import { useView } from '../stores/view-store';
import { TipLayer } from '../ui/tip-layer';
import { AreaBoundary } from './area-boundary';
import { Conversation } from './conversation';
import { markFirstPaint, markInteractive } from './marks';
import styles from './shell.module.css';
import { useShortcuts } from './shortcuts';
import { useLook } from './theme';
import { useFocusKept } from './use-focus-kept';

const SettingsDialog = lazy(async () => ({
  default: (await import('../features/settings-dialog/settings-dialog')).SettingsDialog,
}));
const TransferDialog = lazy(async () => ({
  default: (await import('../features/transfer/transfer-dialog')).TransferDialog,
}));
const OrganiseDialogs = lazy(async () => ({
  default: (await import('../features/organise/organise-dialogs')).OrganiseDialogs,
}));
const TrashDialog = lazy(async () => ({
  default: (await import('../features/keeping/trash-dialog')).TrashDialog,
}));
const SalvageDialog = lazy(async () => ({
  default: (await import('../features/keeping/salvage-dialog')).SalvageDialog,
}));
const PaletteDialog = lazy(async () => ({
  default: (await import('../features/palette/palette')).PaletteDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../features/palette/shortcuts-dialog')).ShortcutsDialog,
}));
const WhatsNewDialog = lazy(async () => ({
  default: (await import('../features/whats-new/whats-new-dialog')).WhatsNewDialog,
}));
const LinkedDialog = lazy(async () => ({
  default: (await import('../features/linked/linked-dialog')).LinkedDialog,
}));
const GenerationSettings = lazy(async () => ({
  default: (await import('../features/generation-settings/generation-settings')).GenerationSettings,
}));

const SettingsPanel = () => {
  const { t } = useTranslation();
  return (
    <section className={styles.panel} aria-label={t('params.title')}>
      <h2 className={styles.panelTitle}>{t('params.title')}</h2>
      <Suspense>
        <GenerationSettings />
      </Suspense>
    </section>
  );
};

/** The whole page. */
export const App = () => {
  const settingsOpen = useView((state) => state.settingsOpen);
  const dialog = useView((state) => state.dialog);
  const linked = useView((state) => state.linkedPrompts[0]);
  const panelShown = usePanelShown();
  const starting = useApp((state) => state.history.kind === 'starting');
  const organising = useOrder(({ dialog }) => dialog !== null);
  const transferShown = useTransfer(({ shown }) => shown !== null);
  const { trashOpen, salvaged } = useKeeping();
  useLook();
  useShortcuts();
  useFocusKept();
  useEffect(markFirstPaint, []);
  useEffect(() => (starting ? undefined : markInteractive()), [starting]);
  return (
    <div className={`${styles.shell} ${panelShown ? styles.withPanel : ''}`}>
      <AreaBoundary>
        <Conversations />
      </AreaBoundary>
      <AreaBoundary>
        <Conversation />
      </AreaBoundary>
      {panelShown && (
        <AreaBoundary>
          <SettingsPanel />
        </AreaBoundary>
      )}
      {settingsOpen && (
        <AreaBoundary>
          <Suspense>
            <SettingsDialog />
          </Suspense>
        </AreaBoundary>
      )}
      {dialog !== null && (
        <AreaBoundary>
          <Suspense>
            {dialog === 'palette' && <PaletteDialog />}
            {dialog === 'shortcuts' && <ShortcutsDialog />}
            {dialog === 'whatsNew' && <WhatsNewDialog />}
          </Suspense>
        </AreaBoundary>
      )}
      {linked !== undefined && (
        <AreaBoundary>
          <Suspense>
            <LinkedDialog text={linked} />
          </Suspense>
        </AreaBoundary>
      )}
      {organising && (
        <AreaBoundary>
          <Suspense>
            <OrganiseDialogs />
          </Suspense>
        </AreaBoundary>
      )}
      {trashOpen && (
        <AreaBoundary>
          <Suspense>
            <TrashDialog />
          </Suspense>
        </AreaBoundary>
      )}
      {salvaged !== null && (
        <AreaBoundary>
          <Suspense>
            <SalvageDialog report={salvaged} />
          </Suspense>
        </AreaBoundary>
      )}
      {transferShown && (
        <AreaBoundary>
          <Suspense>
            <TransferDialog />
          </Suspense>
        </AreaBoundary>
      )}
      <TipLayer />
    </div>
  );
};
