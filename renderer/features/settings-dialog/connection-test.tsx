import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionReport, EndpointInfo } from '../../../preload/contract/endpoints';
import { type AppError, toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { request } from '../../ipc/client';
import { Button } from '../../ui/button';
import styles from './settings-dialog.module.css';

type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'ok'; readonly report: ConnectionReport }
  | { readonly kind: 'failed'; readonly error: AppError };

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
      return [what, fix, quote].filter((text) => text !== null).join(' ');
    }
  }
};

/** Tries the endpoint that requests go to, and says in words how it went. */
export const ConnectionTest = ({ endpoint }: { readonly endpoint: EndpointInfo | null }) => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const test = async (id: string) => {
    setOutcome({ kind: 'testing' });
    try {
      setOutcome({ kind: 'ok', report: await request('endpoint.test', { id }) });
    } catch (thrown) {
      setOutcome({ kind: 'failed', error: toAppError(thrown) });
    }
  };
  return (
    <div className={styles.test}>
      <Button
        disabled={endpoint === null || outcome.kind === 'testing'}
        onClick={() => endpoint !== null && void test(endpoint.id)}
      >
        {t('settings.test')}
      </Button>
      <p
        role="status"
        aria-label={t('settings.connection')}
        className={outcome.kind === 'failed' ? styles.error : styles.hint}
      >
        {outcomeText(t, outcome)}
      </p>
    </div>
  );
};
