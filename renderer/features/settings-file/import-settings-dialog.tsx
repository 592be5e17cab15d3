import { useTranslation } from 'react-i18next';
import type { PickedSettings } from '../../../preload/contract/settings-file';
import { ChangesDialog } from './changes-dialog';
import styles from './settings-file.module.css';

const Skipped = ({ skipped, skippedMore }: Pick<PickedSettings, 'skipped' | 'skippedMore'>) => {
  const { t } = useTranslation();
  if (skipped.length === 0) return null;
  return (
    <section aria-label={t('settingsFile.skipped')}>
      <h3 className={styles.subtitle}>{t('settingsFile.skipped')}</h3>
      <ul className={styles.skipped}>
        {skipped.map(({ name, why }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shortened names may be the same, and the list does not change
          <li key={at}>
            <code>{name}</code> {t(`settingsFile.${why}`)}
          </li>
        ))}
        {skippedMore > 0 && <li>{t('settingsFile.skippedMore', { count: skippedMore })}</li>}
      </ul>
    </section>
  );
};

/** Shows what a file of settings would change, and what of it is not taken. */
export const ImportSettingsDialog = ({
  picked,
  onClose,
}: {
  readonly picked: PickedSettings;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <ChangesDialog
      title={t('settingsFile.importTitle')}
      lead={t('settingsFile.importLead', { file: picked.file })}
      empty={t('settingsFile.nothingInFile', { file: picked.file })}
      action={t('settingsFile.apply')}
      change={{ patch: picked.settings, addEndpoints: picked.endpoints }}
      what="imported"
      onClose={onClose}
    >
      <Skipped {...picked} />
    </ChangesDialog>
  );
};
