import { useTranslation } from 'react-i18next';
import type { ParamName } from '../../../preload/contract/parameters';
import { useConversation } from '../../stores/conversation-store';
import styles from './generation-settings.module.css';
import { NumberField } from './number-field';
import { YesNoField } from './yes-no-field';

/** The legacy Completions endpoint gives at most so many alternatives (OpenAI's reference). */
const MOST_LEGACY = 5;

interface LogprobsFieldsProps {
  readonly lacks: (name: ParamName) => boolean;
  /** True for a model of the legacy Completions endpoint. */
  readonly isLegacy: boolean;
}

/** Whether the reply's tokens come with their probabilities, and with how many alternatives. */
export const LogprobsFields = ({ lacks, isLegacy }: LogprobsFieldsProps) => {
  const { t } = useTranslation();
  const wanted = useConversation(({ options }) => options.params.logprobs === true);
  return (
    <div className={styles.pair}>
      <YesNoField name="logprobs" unsupported={lacks('logprobs')} />
      <NumberField
        name="topLogprobs"
        unsupported={lacks('topLogprobs')}
        disabled={!wanted}
        hint={wanted ? undefined : t('params.needsLogprobs')}
        max={isLegacy ? MOST_LEGACY : undefined}
      />
    </div>
  );
};
