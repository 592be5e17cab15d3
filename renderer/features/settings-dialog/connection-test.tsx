import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionReport } from '../../../preload/contract/endpoints';
import { type AppError, toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { Button } from '../../ui/button';
import styles from './settings-dialog.module.css';

/** How a test of an endpoint went. */
export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'ok'; readonly report: ConnectionReport }
  | { readonly kind: 'failed'; readonly error: AppError };

const untested: Outcome = { kind: 'none' };

/** Tests endpoints by id; the outcome is that of the latest test, and of this endpoint only. */
export const useConnectionTest = (shownId: string | null) => {
  const [tested, setTested] = useState<{ readonly id: string; readonly outcome: Outcome } | null>(null);
  const test = async (id: string) => {
    setTested({ id, outcome: { kind: 'testing' } });
    try {
      setTested({ id, outcome: { kind: 'ok', report: await request('endpoint.test', { id }) } });
    } catch (thrown) {
      setTested({ id, outcome: { kind: 'failed', error: toAppError(thrown) } });
    }
  };
  return { outcome: tested !== null && tested.id === shownId ? tested.outcome : untested, test };
};

const outcomeText = (t: TFunction, outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'none':
      return '';
    case 'testing':
      return t('settings.testing');
    case 'ok':
      return t('settings.testOk', { count: outcome.report.modelCount, ms: outcome.report.milliseconds });
    case 'failed': {
      const { what, fix, quote } = errorText(t, outcome.error);
      return sentences(what, fix, quote);
    }
  }
};

interface ConnectionTestProps {
  /** True when the form must be saved first: what is tested is what stands in it. */
  readonly unsaved: boolean;
  readonly outcome: Outcome;
  readonly onTest: () => void;
}

/** Tries the endpoint on screen, and says in words how it went. */
export const ConnectionTest = ({ unsaved, outcome, onTest }: ConnectionTestProps) => {
  const { t } = useTranslation();
  const told = unsaved ? untested : outcome;
  return (
    <div className={styles.test}>
      <Button disabled={told.kind === 'testing'} onClick={onTest}>
        {t(unsaved ? 'settings.saveAndTest' : 'settings.test')}
      </Button>
      <p
        role="status"
        aria-label={t('settings.connection')}
        className={told.kind === 'failed' ? styles.error : styles.hint}
      >
        {outcomeText(t, told)}
      </p>
    </div>
  );
};
