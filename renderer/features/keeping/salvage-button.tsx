import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { useKeeping } from '../../stores/keeping-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';

/** Takes out of a damaged history what can be read; its report is shown afterwards. */
export const SalvageButton = () => {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const salvage = async () => {
    setBusy(true);
    try {
      useKeeping.setState({ salvaged: await request('history.salvage', {}) });
    } catch (thrown) {
      tellError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button look="primary" disabled={busy} onClick={() => void salvage()}>
      {t('keeping.salvage')}
    </Button>
  );
};
