import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultSettings } from '../../../preload/contract/default-settings';
import { pickSettings } from '../../actions/settings-file';
import { sentences } from '../../i18n/sentences';
import { useApp } from '../../stores/app-store';
import type { SettingName } from '../../stores/settings-sections';
import { ChangesDialog } from './changes-dialog';

interface ResetDialogProps {
  /** Those that may go back to what Parlance starts with. */
  readonly names: readonly SettingName[];
  readonly onClose: () => void;
}

/** What a person made is thrown away only when that is asked for. */
const MADE: readonly SettingName[] = ['presets', 'modelFacts'];

/** Shows what a reset would change. */
export const ResetDialog = ({ names, onClose }: ResetDialogProps) => {
  const { t } = useTranslation();
  const now = useApp.getState().settings;
  // As it is when the dialog opens: applied, it would else be empty before it is gone.
  const [changed] = useState(() =>
    names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(defaultSettings[name])),
  );
  return (
    <ChangesDialog
      title={t('settingsFile.resetTitle')}
      lead={sentences(t('settingsFile.resetLead'), t('settingsFile.servers'))}
      empty={t('settingsFile.nothingToReset')}
      action={t('settingsFile.resetNow')}
      change={{ patch: pickSettings(defaultSettings, changed), addEndpoints: [] }}
      leave={MADE}
      what="reset"
      onClose={onClose}
    />
  );
};
