import { useTranslation } from 'react-i18next';
import type { ParamName } from '../../../preload/contract/parameters';
import { useConversation } from '../../stores/conversation-store';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import { NumberField } from '../generation-settings/number-field';
import { useParamText } from '../generation-settings/use-param-text';
import { YesNoField } from '../generation-settings/yes-no-field';

/** Longest suffix, in UTF-16 code units, as the contract has it. */
const LONGEST_SUFFIX = 100_000;

const SuffixField = ({ unsupported }: { readonly unsupported: boolean }) => {
  const { t } = useTranslation();
  const { text, type } = useParamText({
    name: 'suffix',
    show: (value) => value ?? '',
    parse: (typed) => ({ ok: true as const, value: typed === '' ? undefined : typed }),
  });
  return (
    <Field label={t('legacy.suffix')} hint={t(unsupported ? 'params.unsupported' : 'legacy.suffixHint')}>
      {(ids) => (
        <textarea
          {...ids}
          rows={2}
          maxLength={LONGEST_SUFFIX}
          className={fieldStyles.input}
          spellCheck={false}
          value={text}
          disabled={unsupported}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
};

const BestOfField = () => {
  const { t } = useTranslation();
  const { n = 1, bestOf } = useConversation(({ options }) => options.params);
  const streams = bestOf === undefined || bestOf <= n;
  return (
    <NumberField
      name="bestOf"
      unsupported={false}
      min={n}
      hint={t(streams ? 'legacy.bestOfHint' : 'legacy.bestOfWhole')}
    />
  );
};

interface LegacyFieldsProps {
  readonly lacks: (name: ParamName) => boolean;
}

/** Settings that only models of the legacy Completions endpoint have. */
export const LegacyFields = ({ lacks }: LegacyFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <SuffixField unsupported={lacks('suffix')} />
      <YesNoField name="echo" hint={t('legacy.echoHint')} unsupported={lacks('echo')} />
      <BestOfField />
    </>
  );
};
