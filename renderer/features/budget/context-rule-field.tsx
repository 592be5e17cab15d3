import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { contextRules } from '../../../preload/contract/parameters';
import { setParam } from '../../actions/options';
import { useConversation } from '../../stores/conversation-store';
import { useView } from '../../stores/view-store';
import { Choice } from '../../ui/choice';

/** What happens when the chat outgrows the context window. The default is not written down. */
export const ContextRuleField = () => {
  const { t } = useTranslation();
  const field = useRef<HTMLDivElement>(null);
  const rule = useConversation(({ options }) => options.params.contextRule ?? 'dropOldest');
  const aimed = useView(({ panelAim }) => panelAim === 'contextRule');
  useEffect(() => {
    if (!aimed) return;
    field.current?.querySelector('button')?.focus();
    useView.setState({ panelAim: null });
  }, [aimed]);
  return (
    <div ref={field}>
      <Choice
        label={t('budget.rule')}
        value={rule}
        options={contextRules.map((value) => ({ value, label: t(`budget.rules.${value}`) }))}
        hint={t(`budget.ruleHints.${rule}`)}
        onChoose={(chosen) => setParam('contextRule', chosen === 'dropOldest' ? undefined : chosen)}
      />
    </div>
  );
};
