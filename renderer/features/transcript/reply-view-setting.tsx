import { useTranslation } from 'react-i18next';
import { replyViews } from '../../../preload/contract/settings';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Choice } from '../../ui/choice';

/** In Settings: what of a reply stays in view while it is written. */
export const ReplyViewSetting = () => {
  const { t } = useTranslation();
  const value = useApp(({ settings }) => settings.replyView);
  return (
    <Choice
      label={t('reading.replyView')}
      value={value}
      options={replyViews.map((view) => ({ value: view, label: t(`reading.replyViews.${view}`) }))}
      onChoose={(replyView) => void request('settings.update', { replyView }).catch(tellError)}
    />
  );
};
