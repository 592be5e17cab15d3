import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedSettings } from '../../../preload/contract/settings-file';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { settingNames } from '../../stores/settings-sections';
import { Button } from '../../ui/button';
import styles from '../settings-dialog/settings-dialog.module.css';
import { useAimedHeading } from '../settings-dialog/use-aimed-heading';
import { ImportSettingsDialog } from './import-settings-dialog';
import { ResetDialog } from './reset-dialog';

/** In Settings: all of them to a file and from one, and back to what Parlance starts with. */
export const SettingsFileSection = () => {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<PickedSettings | null>(null);
  const [resetting, setResetting] = useState(false);
  const [said, setSaid] = useState('');
  const heading = useAimedHeading('settingsFile');
  const write = async () => {
    const name = await request('settings.export', {});
    setSaid(name === null ? '' : t('settingsFile.exported', { name }));
  };
  const pick = async () => setPicked(await request('settings.pickImport', {}));
  return (
    <section className={styles.section} aria-label={t('settingsFile.title')}>
      <h3 ref={heading} tabIndex={-1}>
        {t('settingsFile.title')}
      </h3>
      <div className={styles.buttons}>
        <Button onClick={() => void write().catch(tellError)}>{t('settingsFile.export')}</Button>
        <Button onClick={() => void pick().catch(tellError)}>{t('settingsFile.import')}</Button>
        <Button onClick={() => setResetting(true)}>{t('settingsFile.resetAll')}</Button>
        <span role="status" className={styles.hint}>
          {said}
        </span>
      </div>
      <p className={styles.hint}>{t('settingsFile.hint')}</p>
      {picked !== null && <ImportSettingsDialog picked={picked} onClose={() => setPicked(null)} />}
      {resetting && <ResetDialog names={settingNames} onClose={() => setResetting(false)} />}
    </section>
  );
};
