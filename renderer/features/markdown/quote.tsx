import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { alertKind } from './alerts';
import styles from './markdown.module.css';

interface QuoteProps {
  readonly alert: unknown;
  readonly dir?: string | undefined;
  readonly children?: ReactNode;
}

/** A quote; one that is an alert says of which kind. */
export const Quote = ({ alert, dir, children }: QuoteProps) => {
  const { t } = useTranslation();
  const kind = alertKind(alert);
  if (kind === null) return <blockquote dir={dir}>{children}</blockquote>;
  return (
    <blockquote data-alert={kind} dir={dir}>
      <p className={styles.alert} data-unsearched>
        {t(`markdown.alerts.${kind}`)}
      </p>
      {children}
    </blockquote>
  );
};
