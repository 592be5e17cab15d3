import { useTranslation } from 'react-i18next';
import type { ContextEstimate } from '../../../preload/contract/context-estimate';
import { costOf } from '../../../preload/contract/price';
import { costText } from '../../i18n/money';
import { useConversation } from '../../stores/conversation-store';
import { useAskedPrice } from '../../stores/models-store';
import { ContextDetails } from '../budget/context-details';
import styles from './composer.module.css';
import { noteText, shortUsageText, usageText } from './context-words';

/** What sending now would cost at least, in US dollars: its prompt. Null: not known. */
const usePromptCost = (estimate: ContextEstimate | null): number | null => {
  const asked = useAskedPrice();
  if (asked === null || estimate === null) return null;
  return costOf(asked, { promptTokens: estimate.promptTokens, completionTokens: 0 });
};

/** A few tokens cost so little that a number would only be noise. */
const WORTH_SHOWING = 0.0001;

/** How much of the model's context window the next request's prompt will take. */
export const ContextUsage = () => {
  const { t, i18n } = useTranslation();
  const estimate = useConversation((state) => state.estimate);
  const usd = usePromptCost(estimate);
  const cost = usd === null ? null : costText(i18n.language, usd);
  const text = usageText(t, i18n.language, estimate, cost);
  const used = estimate?.promptTokens ?? 0;
  const max = estimate?.contextWindow ?? null;
  const share = max === null ? 0 : Math.min(1, used / max);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> cannot say its value in words in every screen reader */}
      <div
        role="meter"
        className="hidden-visually"
        aria-label={t('context.meter')}
        aria-valuemin={0}
        aria-valuenow={used}
        aria-valuemax={max ?? undefined}
        aria-valuetext={text}
      />
      <ContextDetails className={styles.usage} title={text}>
        <span className={styles.track} data-full={estimate !== null && !estimate.fits} aria-hidden>
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
        <span>
          {estimate === null ? '' : shortUsageText(t, estimate)}
          {usd !== null && usd >= WORTH_SHOWING && ` · ${cost}`}
        </span>
      </ContextDetails>
    </>
  );
};

/** Says when the request does not fit, or which messages will not be sent. */
export const ContextNote = () => {
  const { t, i18n } = useTranslation();
  const estimate = useConversation((state) => state.estimate);
  return (
    <p role="status" className={styles.note} aria-label={t('context.note')}>
      {noteText(t, i18n.language, estimate)}
    </p>
  );
};
