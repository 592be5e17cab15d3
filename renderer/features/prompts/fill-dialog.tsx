import { type FormEvent, type KeyboardEvent, type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedPrompt } from '../../../preload/contract/prompts';
import { Button } from '../../ui/button';
import { isSendKey } from '../../ui/composing';
import { Field } from '../../ui/field';
import { useKeptState } from '../../ui/use-kept-state';
import { PromptFrame } from './prompt-frame';
import styles from './prompts.module.css';
import { fillVariables, variablesOf } from './variables';

interface FillDialogProps {
  readonly prompt: Pick<SavedPrompt, 'title' | 'text'>;
  readonly finalFocus?: RefObject<HTMLElement | null>;
  /** What the button says; absent: that the text is inserted. */
  readonly action?: string;
  readonly onFill: (values: ReadonlyMap<string, string>) => void;
  readonly onCancel: () => void;
}

interface ValueProps {
  readonly name: string;
  readonly value: string;
  readonly box: RefObject<HTMLTextAreaElement | null> | undefined;
  readonly onValue: (value: string) => void;
}

const Value = ({ name, value, box, onValue }: ValueProps) => {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Field label={name}>
      {(ids) => (
        <textarea
          {...ids}
          ref={box}
          rows={1}
          className={styles.value}
          spellCheck
          value={value}
          onChange={(event) => onValue(event.target.value)}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
};

const Preview = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.previewField}>
      <span id={id} className={styles.label}>
        {t('prompts.preview')}
      </span>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-labelledby={id} className={styles.preview}>
        {text}
      </section>
    </div>
  );
};

/** Asks for a prompt's variables and shows what it will say. Mounted only while it is open. */
export const FillDialog = ({ prompt, finalFocus, action, onFill, onCancel }: FillDialogProps) => {
  const { t } = useTranslation();
  const variables = variablesOf(prompt.text);
  const [values, setValues, forget] = useKeptState<ReadonlyMap<string, string>>(
    `variables ${prompt.text}`,
    new Map(variables.map(({ name, initial }) => [name, initial])),
  );
  const first = useRef<HTMLTextAreaElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // React hands it on to the composer's form around this dialog, which would send the message.
    event.stopPropagation();
    forget();
    onFill(values);
  };
  return (
    <PromptFrame
      title={prompt.title}
      initialFocus={first}
      {...(finalFocus === undefined ? {} : { finalFocus })}
      onClose={onCancel}
    >
      <form className={styles.body} onSubmit={submit}>
        {variables.map(({ name }, at) => (
          <Value
            key={name}
            name={name}
            value={values.get(name) ?? ''}
            box={at === 0 ? first : undefined}
            onValue={(value) => setValues(new Map(values).set(name, value))}
          />
        ))}
        <Preview text={fillVariables(prompt.text, values)} />
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            {action ?? t('prompts.insert')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('prompts.cancel')}
          </Button>
        </div>
      </form>
    </PromptFrame>
  );
};
