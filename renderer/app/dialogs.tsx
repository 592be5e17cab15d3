import { lazy, type ReactNode, Suspense } from 'react';
import { useKeeping } from '../stores/keeping-store';
import { useOrder } from '../stores/order-store';
import { useTransfer } from '../stores/transfer-store';
import { useView } from '../stores/view-store';
import { AreaBoundary } from './area-boundary';

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

/** A dialog that is loaded when it is first opened, and whose failure leaves the page alone. */
const Loaded = ({ when, children }: { readonly when: boolean; readonly children: ReactNode }) =>
  when && (
    <AreaBoundary>
      <Suspense>{children}</Suspense>
    </AreaBoundary>
  );

/** The dialogs that any part of the page may open. */
export const Dialogs = () => {
  const settingsOpen = useView((state) => state.settingsOpen);
  const dialog = useView((state) => state.dialog);
  const linked = useView((state) => state.linkedPrompts[0]);
  const organising = useOrder((state) => state.dialog !== null);
  const transferShown = useTransfer(({ shown }) => shown !== null);
  const { trashOpen, salvaged } = useKeeping();
  return (
    <>
      <Loaded when={settingsOpen}>
        <SettingsDialog />
      </Loaded>
      <Loaded when={dialog === 'palette'}>
        <PaletteDialog />
      </Loaded>
      <Loaded when={dialog === 'shortcuts'}>
        <ShortcutsDialog />
      </Loaded>
      <Loaded when={dialog === 'whatsNew'}>
        <WhatsNewDialog />
      </Loaded>
      <Loaded when={linked !== undefined}>{linked !== undefined && <LinkedDialog text={linked} />}</Loaded>
      <Loaded when={organising}>
        <OrganiseDialogs />
      </Loaded>
      <Loaded when={trashOpen}>
        <TrashDialog />
      </Loaded>
      <Loaded when={salvaged !== null}>{salvaged !== null && <SalvageDialog report={salvaged} />}</Loaded>
      <Loaded when={transferShown}>
        <TransferDialog />
      </Loaded>
    </>
  );
};
