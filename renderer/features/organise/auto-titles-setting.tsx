import { useTranslation } from 'react-i18next';
import { autoTitleChoices } from '../../../preload/contract/settings';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Choice } from '../../ui/choice';

/** In Settings: who is asked for the titles of new chats. */
export const AutoTitlesSetting = () => {
  const { t } = useTranslation();
  const value = useApp(({ settings }) => settings.autoTitles);
  return (
    <Choice
      label={t('organise.autoTitles')}
      hint={t('organise.autoTitlesHint')}
      value={value}
      options={autoTitleChoices.map((choice) => ({
        value: choice,
        label: t(`organise.autoTitle.${choice}`),
      }))}
      onChoose={(autoTitles) => void request('settings.update', { autoTitles }).catch(tellError)}
    />
  );
};
