import { useTranslation } from 'react-i18next';
import { Field, TextField } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import { BiasText } from '../budget/bias-text';
import { pasteRich } from '../composer/paste-rich';
import { LinesField } from './lines-field';
import { parseBiases, showBiases } from './logit-bias';
import { parseStops } from './stop-sequences';
import { useParamText } from './use-param-text';

interface TextParamProps {
  /** True where the chosen model does not take this setting. */
  readonly unsupported: boolean;
}

/** What the model is told before the conversation. */
export const SystemPromptField = ({ unsupported }: TextParamProps) => {
  const { t } = useTranslation();
  const { text, type } = useParamText({
    name: 'systemPrompt',
    show: (value) => value ?? '',
    parse: (typed) => ({ ok: true as const, value: typed === '' ? undefined : typed }),
  });
  return (
    <Field label={t('params.systemPrompt')} hint={unsupported ? t('params.unsupported') : undefined}>
      {(ids) => (
        <textarea
          {...ids}
          rows={5}
          className={fieldStyles.input}
          dir="auto"
          spellCheck
          placeholder={t('params.systemPromptHint')}
          value={text}
          disabled={unsupported}
          onChange={(event) => type(event.target.value)}
          onPaste={pasteRich}
        />
      )}
    </Field>
  );
};

/** Texts at which the reply ends. */
export const StopField = ({ unsupported }: TextParamProps) => {
  const { t } = useTranslation();
  const { text, problem, type } = useParamText({
    name: 'stop',
    show: (value) => value?.join('\n') ?? '',
    parse: (typed) => {
      const parsed = parseStops(typed);
      return parsed.ok
        ? { ok: true, value: parsed.value === undefined ? undefined : [...parsed.value] }
        : parsed;
    },
  });
  return (
    <LinesField
      label={t('params.stop')}
      hint={unsupported ? t('params.unsupported') : t('params.stopHint')}
      error={problem === null ? null : t(`params.${problem}`)}
      text={text}
      disabled={unsupported}
      onText={type}
    />
  );
};

/** How likely single tokens are made. */
export const LogitBiasField = ({ unsupported }: TextParamProps) => {
  const { t } = useTranslation();
  const { text, problem, type } = useParamText({
    name: 'logitBias',
    show: showBiases,
    parse: (typed) => {
      const parsed = parseBiases(typed);
      return parsed.ok ? { ok: true, value: parsed.value && { ...parsed.value } } : parsed;
    },
  });
  const parsed = parseBiases(text);
  return (
    <>
      <LinesField
        label={t('params.logitBias')}
        hint={unsupported ? t('params.unsupported') : t('params.logitBiasHint')}
        error={problem === null ? null : t(`params.${problem}`)}
        text={text}
        disabled={unsupported}
        onText={type}
      />
      {!unsupported && (
        <BiasText lines={text} ids={Object.keys((parsed.ok && parsed.value) || {})} onLines={type} />
      )}
    </>
  );
};

/** Longest `user`, in UTF-16 code units, as the contract has it. */
const LONGEST_USER = 512;

/** Who asks, as the provider is told. */
export const UserField = ({ unsupported }: TextParamProps) => {
  const { t } = useTranslation();
  const { text, type } = useParamText({
    name: 'user',
    show: (value) => value ?? '',
    parse: (typed) => ({ ok: true as const, value: typed === '' ? undefined : typed }),
  });
  return (
    <TextField
      label={t('params.user')}
      hint={unsupported ? t('params.unsupported') : t('params.userHint')}
      value={text}
      maxLength={LONGEST_USER}
      disabled={unsupported}
      onText={type}
    />
  );
};
