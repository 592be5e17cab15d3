import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';
import { ErrorBoundary } from '../ui/error-boundary';
import styles from './shell.module.css';

const AreaFailed = () => {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.empty}>
      <p>{t('app.areaFailed')}</p>
      <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
    </div>
  );
};

interface AreaBoundaryProps {
  /** When this changes, the area is tried again. */
  readonly resetKey?: string | null;
  readonly children: ReactNode;
}

/** A part of the window whose failure leaves the other parts alone. */
export const AreaBoundary = ({ children, ...rest }: AreaBoundaryProps) => (
  <ErrorBoundary fallback={<AreaFailed />} {...rest}>
    {children}
  </ErrorBoundary>
);
