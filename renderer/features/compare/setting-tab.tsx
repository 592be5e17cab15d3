import { useTranslation } from 'react-i18next';
import type { GenerationParams } from '../../../preload/contract/parameters';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import { pasteRich } from '../composer/paste-rich';
import styles from './compare.module.css';
import type { CompareChoice } from './compare-choice';
import type { ComparedParam } from './compared-param';
import { comparedParams, levelsOf, NOT_SENT, valuesIn } from './compared-param';

type Level = NonNullable<GenerationParams['reasoningEffort' | 'verbosity' | 'serviceTier']>;

interface ValuesProps {
  readonly param: ComparedParam;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The few words that a setting can be, to be ticked. */
const LevelBoxes = ({ param, text, onText }: ValuesProps) => {
  const { t } = useTranslation();
  const levels = [NOT_SENT, ...(levelsOf(param) ?? [])];
  const chosen = valuesIn(param, text);
  const choose = (level: string, isChosen: boolean) =>
    onText(levels.filter((other) => (other === level ? isChosen : chosen.includes(other))).join('\n'));
  return (
    <fieldset className={styles.levels}>
      <legend className={fieldStyles.label}>{t('compare.chooseValues')}</legend>
      {levels.map((level) => (
        <label key={level}>
          <input
            type="checkbox"
            checked={chosen.includes(level)}
            onChange={(event) => choose(level, event.target.checked)}
          />
          {level === NOT_SENT ? t('params.notSent') : t(`params.level.${level as Level}`)}
        </label>
      ))}
    </fieldset>
  );
};

interface ValuesFieldProps extends ValuesProps {
  readonly error: string | null;
}

const ValuesField = ({ param, text, error, onText }: ValuesFieldProps) => {
  const { t } = useTranslation();
  const isPrompt = param === 'systemPrompt';
  return (
    <Field label={t(isPrompt ? 'compare.prompts' : 'compare.values')} error={error}>
      {(ids) => (
        <textarea
          {...ids}
          rows={isPrompt ? 9 : 5}
          className={fieldStyles.input}
          spellCheck={isPrompt}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onPaste={isPrompt ? pasteRich : undefined}
        />
      )}
    </Field>
  );
};

interface SettingTabProps {
  readonly choice: CompareChoice;
  /** What is wrong with one of the values. */
  readonly error: string | null;
  readonly onChange: (choice: CompareChoice) => void;
}

/** Chooses a setting and the values it is to have. */
export const SettingTab = ({ choice, error, onChange }: SettingTabProps) => {
  const { t } = useTranslation();
  const { param, texts } = choice;
  const text = texts[param] ?? '';
  const onText = (typed: string) => onChange({ ...choice, texts: { ...texts, [param]: typed } });
  return (
    <>
      <Choice
        label={t('compare.which')}
        value={param}
        options={comparedParams.map((name) => ({ value: name, label: t(`params.${name}`) }))}
        onChoose={(chosen) => onChange({ ...choice, param: chosen })}
      />
      {levelsOf(param) === null ? (
        <ValuesField key={param} param={param} text={text} error={error} onText={onText} />
      ) : (
        <LevelBoxes param={param} text={text} onText={onText} />
      )}
    </>
  );
};
