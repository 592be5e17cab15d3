import { useTranslation } from 'react-i18next';
import type { ParamName } from '../../../preload/contract/parameters';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { modelOf, unsupportedBy, useAskedModelId, useModels } from '../../stores/models-store';
import { ContextRuleField } from '../budget/context-rule-field';
import { LegacyFields } from '../legacy-settings/legacy-fields';
import { StopHint } from '../legacy-settings/stop-hint';
import { TranscriptRuleFields } from '../legacy-settings/transcript-rule-fields';
import { ToolsFields } from '../tools/tools-fields';
import styles from './generation-settings.module.css';
import { LevelField } from './level-field';
import { LogprobsFields } from './logprobs-fields';
import { NumberField } from './number-field';
import { Presets } from './presets';
import { ResponseFormatField } from './response-format-field';
import { LogitBiasField, StopField, SystemPromptField, UserField } from './text-fields';

/** What the chat on screen is answered with. */
export const GenerationSettings = () => {
  const { t } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const model = useAskedModelId();
  const unsupported = useModels((list) => unsupportedBy(list, model));
  const isLegacy = useModels((list) => modelOf(list, model)?.endpoint === 'completions');
  const lacks = (name: ParamName) => unsupported.includes(name);
  return (
    // Keyed: what is half typed in one chat does not show up in another.
    <div key={key} className={styles.fields}>
      <p className={styles.hint}>{t('params.hint')}</p>
      <Presets />
      <SystemPromptField unsupported={lacks('systemPrompt')} />
      {isLegacy && <TranscriptRuleFields />}
      <div className={styles.pair}>
        <NumberField name="temperature" unsupported={lacks('temperature')} />
        <NumberField name="topP" unsupported={lacks('topP')} />
      </div>
      <div className={styles.pair}>
        <NumberField
          name="maxTokens"
          unsupported={lacks('maxTokens')}
          hint={isLegacy ? t('legacy.maxTokensHint') : undefined}
        />
        <NumberField name="n" unsupported={lacks('n')} />
      </div>
      <StopField unsupported={lacks('stop')} />
      {isLegacy && <StopHint />}
      <div className={styles.pair}>
        <NumberField name="presencePenalty" unsupported={lacks('presencePenalty')} />
        <NumberField name="frequencyPenalty" unsupported={lacks('frequencyPenalty')} />
      </div>
      <NumberField name="seed" unsupported={lacks('seed')} />
      <ResponseFormatField unsupported={lacks('responseFormat')} />
      <ToolsFields lacks={lacks} />
      {model !== '' && !lacks('reasoningEffort') && <LevelField name="reasoningEffort" unsupported={false} />}
      <div className={styles.pair}>
        <LevelField name="verbosity" unsupported={lacks('verbosity')} />
        <LevelField name="serviceTier" unsupported={lacks('serviceTier')} />
      </div>
      {isLegacy && <LegacyFields lacks={lacks} />}
      <LogprobsFields lacks={lacks} isLegacy={isLegacy} />
      <LogitBiasField unsupported={lacks('logitBias')} />
      <ContextRuleField />
      <UserField unsupported={lacks('user')} />
    </div>
  );
};
