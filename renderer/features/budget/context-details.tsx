import { Popover } from '@base-ui/react/popover';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './budget.module.css';

// Not needed before the first paint.
const ContextTable = lazy(async () => ({ default: (await import('./context-table')).ContextTable }));

interface ContextDetailsProps {
  readonly className: string | undefined;
  readonly title: string;
  /** What the button shows, and is named by after its own name. */
  readonly children: ReactNode;
}

/** Opens what the next request holds and costs, part by part. */
export const ContextDetails = ({ className, title, children }: ContextDetailsProps) => {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger className={className} title={title}>
        <span className="hidden-visually">{t('contextDetails.open')}</span>
        {children}
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
