import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MAX_PROMPT_TAG,
  MAX_PROMPT_TAGS,
  MAX_PROMPT_TEXT,
  MAX_PROMPT_TITLE,
  type PromptContent,
} from '../../../preload/contract/prompts';
import { toAppError } from '../../../preload/contract/result';
import { errorText } from '../../i18n/error-text';
import { sentences } from '../../i18n/sentences';
import { Button } from '../../ui/button';
import { Field, TextField } from '../../ui/field';
import { useKeptState } from '../../ui/use-kept-state';
import { pasteRich } from '../composer/paste-rich';
import styles from './prompts.module.css';
import { variablesOf } from './variables';

/** How variables are written, the same in every language. */
const EXAMPLES = { plain: '{{name}}', withDefault: '{{name=…}}' };

/** Tags as they are typed: between commas of any script. */
const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

interface PromptTextProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

const PromptText = ({ text, onText }: PromptTextProps) => {
  const { t } = useTranslation();
  const names = variablesOf(text).map(({ name }) => name);
  return (
    <Field
      label={t('prompts.text')}
      hint={
        names.length === 0
          ? t('prompts.variablesHint', EXAMPLES)
          : t('prompts.variables', { names: names.join(', ') })
      }
    >
      {(ids) => (
        <textarea
          {...ids}
          className={styles.text}
          dir="auto"
          spellCheck
          value={text}
          maxLength={MAX_PROMPT_TEXT}
          onChange={(event) => onText(event.target.value)}
          onPaste={pasteRich}
        />
      )}
    </Field>
  );
};

interface PromptEditorProps {
  readonly initial: PromptContent;
  /** Rejects with what main had against it. */
  readonly onSave: (content: PromptContent) => Promise<void>;
  readonly onCancel: () => void;
}

/** A prompt being written; only Cancel throws away what was typed. */
export const PromptEditor = ({ initial, onSave, onCancel }: PromptEditorProps) => {
  const { t } = useTranslation();
  const [{ title, text, tags }, setTyped, forget] = useKeptState(`prompt ${JSON.stringify(initial)}`, {
    title: initial.title,
    text: initial.text,
    tags: initial.tags.join(', '),
  });
  const [failure, setFailure] = useState<string | null>(null);
  const list = tagsOf(tags);
  const badTags = list.length > MAX_PROMPT_TAGS || list.some((tag) => tag.length > MAX_PROMPT_TAG);
  const canSave = title.trim() !== '' && text.trim() !== '' && !badTags;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!canSave) return;
    try {
      await onSave({ title: title.trim(), text, tags: list });
      forget();
    } catch (thrown) {
      const { what, fix } = errorText(t, toAppError(thrown));
      setFailure(sentences(what, fix));
    }
  };
  return (
    <form className={styles.body} onSubmit={(event) => void save(event)}>
      <TextField
        label={t('prompts.titleField')}
        value={title}
        maxLength={MAX_PROMPT_TITLE}
        autoFocus
        onText={(typed) => setTyped({ title: typed, text, tags })}
      />
      <PromptText text={text} onText={(typed) => setTyped({ title, text: typed, tags })} />
      <TextField
        label={t('prompts.tags')}
        hint={t('prompts.tagsHint')}
        value={tags}
        error={badTags ? t('prompts.badTags', { max: MAX_PROMPT_TAGS, length: MAX_PROMPT_TAG }) : null}
        onText={(typed) => setTyped({ title, text, tags: typed })}
      />
      {failure !== null && (
        <p role="alert" className={styles.failed}>
          {failure}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={!canSave}>
          {t('prompts.save')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          {t('prompts.cancel')}
        </Button>
      </div>
    </form>
  );
};
