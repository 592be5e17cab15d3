import { Popover } from '@base-ui/react/popover';
import { Info } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';
import styles from './budget.module.css';

// Not needed before the first paint.
const ContextTable = lazy(async () => ({ default: (await import('./context-table')).ContextTable }));

/** Opens what the next request holds and costs, part by part. */
export const ContextDetails = () => {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger render={<IconButton label={t('contextDetails.open')} />}>
        <Info size={15} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>{t('contextDetails.title')}</Popover.Title>
            <Suspense>
              <ContextTable />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
