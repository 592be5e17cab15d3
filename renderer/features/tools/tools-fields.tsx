import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { GenerationParams } from '../../../preload/contract/parameters';
import { parseTools, type ToolsProblem, toolsProblem } from '../../../preload/contract/tools';
import { setParam } from '../../actions/options';
import { useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import { useParamText } from '../generation-settings/use-param-text';
import { YesNoField } from '../generation-settings/yes-no-field';
import { EXAMPLE_TOOLS } from './example-tools';
import styles from './tools.module.css';

interface ParamProps {
  /** True where the chosen model does not take this setting. */
  readonly unsupported: boolean;
}

const problemText = (t: TFunction, problem: ToolsProblem): string =>
  'at' in problem
    ? t(`tools.problem.${problem.kind}`, { number: problem.at + 1 })
    : t(`tools.problem.${problem.kind}`);

const ToolsText = ({ unsupported }: ParamProps) => {
  const { t } = useTranslation();
  const { text, problem, type } = useParamText({
    name: 'tools',
    show: (value) => value ?? '',
    parse: (typed) => {
      if (typed.trim() === '') return { ok: true as const, value: undefined };
      const found = toolsProblem(typed);
      return found === null ? { ok: true as const, value: typed } : { ok: false as const, problem: found };
    },
  });
  return (
    <div className={styles.field}>
      <Field
        label={t('tools.field')}
        hint={unsupported ? t('params.unsupported') : t('tools.hint')}
        error={problem === null || unsupported ? null : problemText(t, problem)}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={text === '' ? 2 : 8}
            className={`${fieldStyles.input} ${styles.code}`}
            spellCheck={false}
            value={text}
            disabled={unsupported}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      {text === '' && (
        <Button className={styles.example} disabled={unsupported} onClick={() => type(EXAMPLE_TOOLS)}>
          {t('tools.insertExample')}
        </Button>
      )}
    </div>
  );
};

type ToolChoice = NonNullable<GenerationParams['toolChoice']>;

const ToolChoiceField = ({ unsupported }: ParamProps) => {
  const { t } = useTranslation();
  const tools = useConversation(({ options }) => options.params.tools);
  const choice = useConversation(({ options }) => options.params.toolChoice);
  const names = tools === undefined ? [] : parseTools(tools).map((tool) => tool.function.name);
  const chosenName = choice?.startsWith('function:') ? choice.slice('function:'.length) : null;
  const isGone = chosenName !== null && !names.includes(chosenName);
  const ofFunction = (name: string) => ({ value: `function:${name}` as const, label: name });
  const options: readonly { readonly value: ToolChoice | 'notSent'; readonly label: string }[] = [
    { value: 'notSent', label: t('params.notSent') },
    ...(['auto', 'none', 'required'] as const).map((value) => ({
      value,
      label: t(`tools.choices.${value}`),
    })),
    ...names.map(ofFunction),
    ...(isGone ? [{ ...ofFunction(chosenName), label: t('tools.choiceGone', { name: chosenName }) }] : []),
  ];
  const hint =
    tools === undefined ? t('tools.onlyWithTools') : isGone ? t('tools.choiceGoneHint') : undefined;
  return (
    <Choice
      label={t('tools.choice')}
      value={choice ?? 'notSent'}
      options={options}
      hint={unsupported ? t('params.unsupported') : hint}
      disabled={unsupported}
      onChoose={(chosen) => setParam('toolChoice', chosen === 'notSent' ? undefined : chosen)}
    />
  );
};

const ParallelField = ({ unsupported }: ParamProps) => {
  const { t } = useTranslation();
  const tools = useConversation(({ options }) => options.params.tools);
  const hint = tools === undefined ? t('tools.onlyWithTools') : undefined;
  return <YesNoField name="parallelToolCalls" hint={hint} unsupported={unsupported} />;
};

interface ToolsFieldsProps {
  /** Whether the chosen model lacks a setting. */
  readonly lacks: (name: 'tools' | 'toolChoice' | 'parallelToolCalls') => boolean;
}

/** The functions that the model may call, and how. */
export const ToolsFields = ({ lacks }: ToolsFieldsProps) => (
  <>
    <ToolsText unsupported={lacks('tools')} />
    <ToolChoiceField unsupported={lacks('toolChoice')} />
    <ParallelField unsupported={lacks('parallelToolCalls')} />
  </>
);
