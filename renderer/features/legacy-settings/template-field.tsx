import { useTranslation } from 'react-i18next';
import { defaultTranscriptRule } from '../../../preload/contract/transcript-rule';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import { useParamText } from '../generation-settings/use-param-text';
import styles from './legacy-settings.module.css';
import { partProblem, type RulePart } from './rule-kind';

/** What a message of one role becomes, or what the prompt ends with. */
export const TemplateField = ({ part }: { readonly part: RulePart }) => {
  const { t } = useTranslation();
  const { text, problem, type } = useParamText({
    name: 'transcriptRule',
    field: `transcriptRule.${part}`,
    show: (rule) => (rule ?? defaultTranscriptRule)[part],
    parse: (typed, rule) => {
      const found = partProblem(part, typed);
      return found === null
        ? { ok: true as const, value: { ...(rule ?? defaultTranscriptRule), [part]: typed } }
        : { ok: false as const, problem: found };
    },
  });
  return (
    <Field
      label={t(`legacy.part.${part}`)}
      error={problem === null ? null : t(`legacy.${problem}`, { place: '{text}' })}
    >
      {(ids) => (
        <textarea
          {...ids}
          rows={part === 'ending' ? 1 : 3}
          className={`${fieldStyles.input} ${styles.code}`}
          spellCheck={false}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
};
