import { useTranslation } from 'react-i18next';
import {
  type ResponseFormat,
  schemaNamePattern,
  schemaProblem,
} from '../../../preload/contract/response-format';
import { setParam } from '../../actions/options';
import { noteInvalidParam } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { modelOf, useAskedModelId, useModels } from '../../stores/models-store';
import { Choice } from '../../ui/choice';
import { Field, TextField } from '../../ui/field';
import fieldStyles from '../../ui/field.module.css';
import styles from './generation-settings.module.css';
import { useParamText } from './use-param-text';

type Type = ResponseFormat['type'];
type SchemaFormat = Extract<ResponseFormat, { readonly type: 'json_schema' }>;

/** What the editor starts with. Strict schemas must name all properties and allow no others (OpenAI's guide). */
const FIRST_SCHEMA: SchemaFormat = {
  type: 'json_schema',
  name: 'reply',
  strict: true,
  schema: `{
  "type": "object",
  "properties": {
    "answer": { "type": "string" }
  },
  "required": ["answer"],
  "additionalProperties": false
}`,
};

const types: readonly Type[] = ['text', 'json_object', 'json_schema'];

const SchemaName = ({ format }: { readonly format: SchemaFormat }) => {
  const { t } = useTranslation();
  const { text, problem, type } = useParamText({
    name: 'responseFormat',
    field: 'responseFormat.name',
    show: () => format.name,
    parse: (name) =>
      schemaNamePattern.test(name)
        ? { ok: true as const, value: { ...format, name } }
        : { ok: false as const, problem: 'schemaName' as const },
  });
  return (
    <TextField
      label={t('params.schemaNameField')}
      value={text}
      error={problem === null ? null : t(`params.${problem}`)}
      onText={type}
    />
  );
};

const SchemaText = ({ format }: { readonly format: SchemaFormat }) => {
  const { t } = useTranslation();
  const { text, problem, type } = useParamText({
    name: 'responseFormat',
    show: () => format.schema,
    parse: (schema) => {
      const found = schemaProblem(schema);
      return found === null
        ? { ok: true as const, value: { ...format, schema } }
        : { ok: false as const, problem: found };
    },
  });
  return (
    <Field label={t('params.schema')} error={problem === null ? null : t(`params.${problem}`)}>
      {(ids) => (
        <textarea
          {...ids}
          rows={10}
          className={`${fieldStyles.input} ${styles.code}`}
          spellCheck={false}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
};

const SchemaFields = ({ format }: { readonly format: SchemaFormat }) => {
  const { t } = useTranslation();
  return (
    <>
      <SchemaName format={format} />
      <SchemaText format={format} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={format.strict}
          onChange={(event) => setParam('responseFormat', { ...format, strict: event.target.checked })}
        />
        {t('params.strict')}
      </label>
    </>
  );
};

interface ResponseFormatFieldProps {
  /** True where the chosen model does not take this setting. */
  readonly unsupported: boolean;
}

/** The form of the reply, and the schema where it follows one. */
export const ResponseFormatField = ({ unsupported }: ResponseFormatFieldProps) => {
  const { t } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const format = useConversation(({ options }) => options.params.responseFormat);
  const model = useAskedModelId();
  const features = useModels((list) => modelOf(list, model)?.features);
  // An empty list says nothing.
  const takesSchema = !features?.length || features.includes('structured_outputs');
  const choose = (chosen: Type | 'notSent') => {
    if (chosen === (format?.type ?? 'notSent')) return;
    // What is wrong in a field that goes away must not keep the chat from being sent.
    noteInvalidParam(key, 'responseFormat', null);
    noteInvalidParam(key, 'responseFormat.name', null);
    if (chosen === 'notSent') setParam('responseFormat', undefined);
    else setParam('responseFormat', chosen === 'json_schema' ? FIRST_SCHEMA : { type: chosen });
  };
  const options: readonly { readonly value: Type | 'notSent'; readonly label: string }[] = [
    { value: 'notSent', label: t('params.notSent') },
    ...types.map((value) => ({ value, label: t(`params.format.${value}`) })),
  ];
  const hints = {
    text: undefined,
    json_object: t('params.sayJson'),
    json_schema: takesSchema ? undefined : t('params.noSchema'),
  };
  const hint = format === undefined ? undefined : hints[format.type];
  return (
    <>
      <Choice
        label={t('params.responseFormat')}
        value={format?.type ?? 'notSent'}
        options={options}
        hint={unsupported ? t('params.unsupported') : hint}
        disabled={unsupported}
        onChoose={choose}
      />
      {format?.type === 'json_schema' && !unsupported && <SchemaFields format={format} />}
    </>
  );
};
