import type { TFunction } from 'i18next';
import { Check, Minus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckFinding } from '../../../preload/contract/network';
import { errorText } from '../../i18n/error-text';
import { gapAfter, sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { useAskedModelId } from '../../stores/models-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import styles from './connection-check.module.css';

const ICONS = { ok: Check, failed: TriangleAlert, none: Minus, notReached: Minus } as const;

const wordsOf = (t: TFunction, { step, state, detail, error }: CheckFinding): string => {
  if (error !== null) {
    const { what, fix } = errorText(t, error);
    return sentences(what, fix);
  }
  if (state === 'none') return t(`network.none.${step}`);
  return state === 'notReached' ? t('network.notReached') : t(`network.ok.${step}`, { detail });
};

const Finding = ({ finding }: { readonly finding: CheckFinding }) => {
  const { t } = useTranslation();
  const Icon = ICONS[finding.state];
  const step = t(`network.step.${finding.step}`);
  return (
    <li className={styles.finding} data-state={finding.state}>
      <Icon size={14} aria-hidden />
      <span>
        <strong>{step}</strong>
        {gapAfter(step) + wordsOf(t, finding)}
      </span>
    </li>
  );
};

interface ConnectionCheckProps {
  readonly endpointId: string;
}

/** Goes link by link to the server and says which one is broken. */
export const ConnectionCheck = ({ endpointId }: ConnectionCheckProps) => {
  const { t } = useTranslation();
  const model = useAskedModelId();
  const [findings, setFindings] = useState<readonly CheckFinding[]>([]);
  const [checking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    setFindings([]);
    try {
      setFindings(await request('endpoint.check', { id: endpointId, model }));
    } catch (thrown) {
      tellError(thrown);
    } finally {
      setChecking(false);
    }
  };
  return (
    <div className={styles.check}>
      <Button disabled={checking} onClick={() => void check()}>
        {checking ? t('network.checking') : t('network.check')}
      </Button>
      <ul aria-label={t('network.findings')} aria-live="polite" className={styles.findings}>
        {findings.map((finding) => (
          <Finding key={finding.step} finding={finding} />
        ))}
      </ul>
    </div>
  );
};
