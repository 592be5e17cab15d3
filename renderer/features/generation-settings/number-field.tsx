import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import { type Bounds, boundsOf, type NumberParam, parseNumber, stepNumber } from './number-param';
import { useParamText } from './use-param-text';

const showNumber = (value: number | undefined): string => (value === undefined ? '' : String(value));

interface NumberFieldProps extends Bounds {
  readonly name: NumberParam;
  /** True where the chosen model does not take this setting. */
  readonly unsupported: boolean;
  readonly hint?: string | undefined;
  /** True where it has a meaning only with another setting. */
  readonly disabled?: boolean;
}

/** One number among the generation settings. A text box, so that whatever is typed stays to be corrected. */
export const NumberField = (props: NumberFieldProps) => {
  const { name, unsupported, hint, disabled = false, ...bounds } = props;
  const { t, i18n } = useTranslation();
  const { min, max } = boundsOf(name, bounds);
  const { text, problem, type } = useParamText({
    name,
    show: showNumber,
    parse: (typed) => parseNumber(name, typed, bounds),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
    const parsed = parseNumber(name, text, bounds);
    if (direction === null || !parsed.ok) return;
    event.preventDefault();
    type(String(stepNumber(name, parsed.value, direction, bounds)));
  };
  const { format } = new Intl.NumberFormat(i18n.language);
  const error = problem === null ? null : t(`params.${problem}`, { min: format(min), max: format(max) });
  return (
    <Field label={t(`params.${name}`)} hint={unsupported ? t('params.unsupported') : hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          role="spinbutton"
          inputMode="decimal"
          autoComplete="off"
          className={fieldStyles.input}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={problem === null && text !== '' ? Number(text) : undefined}
          aria-valuetext={text === '' ? t('params.notSent') : text}
          placeholder={t('params.notSent')}
          value={text}
          disabled={unsupported || disabled}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
};
