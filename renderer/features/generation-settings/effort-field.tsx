import { useTranslation } from 'react-i18next';
import type { GenerationParams } from '../../../preload/contract/parameters';
import { setParam } from '../../actions/options';
import { useConversation } from '../../stores/conversation-store';
import { Choice } from '../../ui/choice';

type Effort = NonNullable<GenerationParams['reasoningEffort']>;

const efforts: readonly Effort[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'];

/** How much the model thinks before it answers. */
export const EffortField = () => {
  const { t } = useTranslation();
  const effort = useConversation(({ options }) => options.params.reasoningEffort);
  const options: readonly { readonly value: Effort | 'notSent'; readonly label: string }[] = [
    { value: 'notSent', label: t('params.notSent') },
    ...efforts.map((value) => ({ value, label: t(`params.effort.${value}`) })),
  ];
  return (
    <Choice
      label={t('params.reasoningEffort')}
      value={effort ?? 'notSent'}
      options={options}
      onChoose={(chosen) => setParam('reasoningEffort', chosen === 'notSent' ? undefined : chosen)}
    />
  );
};
