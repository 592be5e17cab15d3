import { useTranslation } from 'react-i18next';
import {
  type GenerationParams,
  reasoningEfforts,
  serviceTiers,
  verbosities,
} from '../../../preload/contract/parameters';
import { setParam } from '../../actions/options';
import { useConversation } from '../../stores/conversation-store';
import { Choice } from '../../ui/choice';

const levels = {
  reasoningEffort: reasoningEfforts,
  verbosity: verbosities,
  serviceTier: serviceTiers,
} as const;

type LevelParam = keyof typeof levels;
type Level = NonNullable<GenerationParams[LevelParam]>;

interface LevelFieldProps {
  readonly name: LevelParam;
  /** True where the chosen model does not take this setting. */
  readonly unsupported: boolean;
}

/** A setting that is one word of a few. */
export const LevelField = ({ name, unsupported }: LevelFieldProps) => {
  const { t } = useTranslation();
  const level = useConversation(({ options }) => options.params[name]);
  const known: readonly Level[] = levels[name];
  const options: readonly { readonly value: Level | 'notSent'; readonly label: string }[] = [
    { value: 'notSent', label: t('params.notSent') },
    ...known.map((value) => ({ value, label: t(`params.level.${value}`) })),
  ];
  return (
    <Choice
      label={t(`params.${name}`)}
      value={level ?? 'notSent'}
      options={options}
      hint={unsupported ? t('params.unsupported') : undefined}
      disabled={unsupported}
      onChoose={(chosen) => setParam(name, chosen === 'notSent' ? undefined : chosen)}
    />
  );
};
