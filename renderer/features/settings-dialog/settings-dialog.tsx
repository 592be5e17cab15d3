import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsNotices } from '../../app/notice-stack';
import { showSettings, useView } from '../../stores/view-store';
import { IconButton } from '../../ui/button';
import { SpendingSection } from '../budget/spending-section';
import { SnapshotsSection } from '../keeping/snapshots-section';
import { DesktopSection } from '../native/desktop-section';
import { SettingsFileSection } from '../settings-file/settings-file-section';
import { StorageSection } from '../storage/storage-section';
import { DataSection } from '../transfer/data-section';
import { MirrorSection } from '../transfer/mirror-section';
import { UpdatesSection } from '../updates/updates-section';
import { AppearanceSection } from './appearance-section';
import { ConnectionSection } from './connection-section';
import { NetworkSection } from './network-section';
import { ProtectionSection } from './protection-section';
import styles from './settings-dialog.module.css';
import { SettingsParts, SettingsSearch } from './settings-guide';
import { SpellingSection } from './spelling-section';

/** Everything that can be set for the whole app. Mounted only while it is open. */
export const SettingsDialog = () => {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const aimed = useView(({ settingsAim }) => settingsAim !== null);
  return (
    <Dialog.Root open onOpenChange={showSettings}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        {/* What the dialog was opened for takes the focus itself. */}
        <Dialog.Popup className={styles.popup} initialFocus={!aimed}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{t('settings.title')}</Dialog.Title>
            <SettingsSearch body={body} />
            <Dialog.Close render={<IconButton label={t('settings.close')} keys="Escape" />}>
              <X size={17} aria-hidden />
            </Dialog.Close>
          </header>
          <SettingsNotices />
          <div className={styles.rest}>
            <SettingsParts body={body} />
            <div ref={body} className={styles.body}>
              <ConnectionSection />
              <ProtectionSection />
              <AppearanceSection />
              <DesktopSection />
              <SpellingSection />
              <SpendingSection className={styles.section} />
              <NetworkSection />
              <DataSection />
              <MirrorSection />
              <SnapshotsSection />
              <StorageSection />
              <UpdatesSection />
              <SettingsFileSection />
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
