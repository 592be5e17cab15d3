import { Progress } from '@base-ui/react/progress';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import transfer from '../transfer/transfer.module.css';
import unlock from '../unlock/unlock.module.css';

/** How far it is to save what can be read of a damaged history, and the button that ends it. */
export const SalvageProgress = () => {
  const { t, i18n } = useTranslation();
  const done = useApp(({ history }) => (history.kind === 'salvaging' ? history.done : 0));
  return (
    <>
      <h1 className={unlock.title}>{t('keeping.salvagingTitle')}</h1>
      <p className={unlock.lead}>{t('keeping.salvagingLead')}</p>
      <Progress.Root
        value={done}
        max={1}
        format={{ style: 'percent' }}
        locale={i18n.language}
        aria-label={t('keeping.salvagingTitle')}
        className={transfer.progress}
      >
        <Progress.Track className={transfer.track}>
          <Progress.Indicator className={transfer.indicator} />
        </Progress.Track>
      </Progress.Root>
      <Button onClick={() => void request('history.stopSalvage', {}).catch(tellError)}>
        {t('keeping.stopSalvage')}
      </Button>
    </>
  );
};
