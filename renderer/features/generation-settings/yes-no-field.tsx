import { useTranslation } from 'react-i18next';
import { setParam } from '../../actions/options';
import { useConversation } from '../../stores/conversation-store';
import { Choice } from '../../ui/choice';

/** Settings that are sent as true or false. */
type YesNoParam = 'logprobs' | 'echo' | 'parallelToolCalls';

const answers = ['notSent', 'yes', 'no'] as const;

interface YesNoFieldProps {
  readonly name: YesNoParam;
  readonly hint?: string | undefined;
  /** True where the chosen model does not take this setting. */
  readonly unsupported: boolean;
}

/** A setting that is true, false, or not sent. */
export const YesNoField = ({ name, hint, unsupported }: YesNoFieldProps) => {
  const { t } = useTranslation();
  const value = useConversation(({ options }) => options.params[name]);
  return (
    <Choice
      label={t(`params.${name}`)}
      value={value === undefined ? 'notSent' : value ? 'yes' : 'no'}
      options={answers.map((answer) => ({ value: answer, label: t(`params.${answer}`) }))}
      hint={unsupported ? t('params.unsupported') : hint}
      disabled={unsupported}
      onChoose={(chosen) => setParam(name, chosen === 'notSent' ? undefined : chosen === 'yes')}
    />
  );
};
