import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthSpending } from '../../../preload/contract/spending';
import { loadSpending } from '../../actions/budget';
import { costText } from '../../i18n/money';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { tellError } from '../../stores/notices-store';
import { useSpending } from '../../stores/spending-store';
import { TextField } from '../../ui/field';
import { useFollowedText } from '../../ui/use-followed-text';
import { useOnRemove } from '../../ui/use-on-remove';
import { SectionHeading } from '../settings-file/section-heading';
import styles from './budget.module.css';
import { parseDollars } from './dollars';

const monthName = (language: string, month: string): string =>
  new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );

/** What a month has cost, with what is not exact about it. */
const useMonthText = () => {
  const { t, i18n } = useTranslation();
  return ({ usd, unpriced }: MonthSpending): string =>
    [
      costText(i18n.language, usd),
      ...(unpriced > 0 ? [t('spending.unpriced', { count: unpriced })] : []),
    ].join(' · ');
};

const FormerMonths = ({ months }: { readonly months: readonly MonthSpending[] }) => {
  const { t, i18n } = useTranslation();
  const text = useMonthText();
  if (months.length === 0) return null;
  return (
    <table className={styles.months}>
      <caption>{t('spending.former')}</caption>
      <tbody>
        {months.map((month) => (
          <tr key={month.month}>
            <th scope="row">{monthName(i18n.language, month.month)}</th>
            <td>{text(month)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const LimitField = () => {
  const { t } = useTranslation();
  const limit = useApp(({ settings }) => settings.monthlyLimitUsd);
  const [typed, setTyped] = useFollowedText(limit === null ? '' : String(limit));
  const parsed = parseDollars(typed);
  const save = () => {
    if (parsed === undefined || parsed === limit) return;
    request('settings.update', { monthlyLimitUsd: parsed }).catch(tellError);
  };
  useOnRemove(save);
  return (
    <TextField
      label={t('spending.limit')}
      role="spinbutton"
      aria-valuenow={parsed ?? undefined}
      aria-valuetext={typed === '' ? undefined : typed}
      inputMode="decimal"
      value={typed}
      hint={t('spending.limitHint')}
      error={parsed === undefined ? t('spending.limitInvalid') : null}
      onText={setTyped}
      onBlur={save}
    />
  );
};

interface SpendingSectionProps {
  readonly className: string | undefined;
}

/** What each month has cost, and how much it may cost; the limit is saved when its field is left. */
export const SpendingSection = ({ className }: SpendingSectionProps) => {
  const { t } = useTranslation();
  const [present, ...former] = useSpending(({ months }) => months);
  const text = useMonthText();
  useEffect(() => void loadSpending(), []);
  return (
    <section className={className} aria-label={t('spending.title')}>
      <SectionHeading title={t('spending.title')} section="spending" />
      {present !== undefined && (
        <p className={styles.spent}>{t('spending.month', { cost: text(present) })}</p>
      )}
      <FormerMonths months={former} />
      <p className={styles.hint}>{t('spending.note')}</p>
      <LimitField />
    </section>
  );
};
