import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { TextField } from '../../ui/field';
import { useFollowedText } from '../../ui/use-followed-text';

const MAX_DAYS = 3650;

/** How many days a deleted chat stays in the Trash. */
export const TrashDays = () => {
  const { t } = useTranslation();
  const days = useApp(({ settings }) => settings.trashDays);
  const [typed, setTyped] = useFollowedText(String(days));
  const parsed = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;
  const isGood = parsed !== null && parsed <= MAX_DAYS;
  const save = () => {
    if (isGood && parsed !== days) request('settings.update', { trashDays: parsed }).catch(tellError);
  };
  return (
    <TextField
      label={t('keeping.trashDays')}
      role="spinbutton"
      inputMode="numeric"
      aria-valuenow={days}
      value={typed}
      hint={t('keeping.trashDaysHint')}
      error={isGood ? null : t('keeping.trashDaysBad')}
      onText={setTyped}
      onBlur={save}
    />
  );
};
