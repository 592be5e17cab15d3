import * as z from 'zod/mini';

/** Longest JSON schema, in UTF-16 code units. */
const MAX_SCHEMA_LENGTH = 200_000;

/** What is wrong with the text of a JSON schema. */
export type SchemaProblem = 'schemaNotJson' | 'schemaNotObject' | 'schemaTooLong';

/**
 * What is wrong with the text of a schema that replies must follow, or null. The API wants an object at the root:
 * `"type": "object"` (OpenAI's guide to Structured Outputs).
 */
export const schemaProblem = (text: string): SchemaProblem | null => {
  if (text.length > MAX_SCHEMA_LENGTH) return 'schemaTooLong';
  try {
    const schema: unknown = JSON.parse(text);
    const isObject =
      typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'object';
    return isObject ? null : 'schemaNotObject';
  } catch {
    return 'schemaNotJson';
  }
};

/** Names that the API takes for a schema. */
export const schemaNamePattern = /^[a-zA-Z0-9_-]{1,64}$/;

/** The form a reply must have. A schema is kept as the text that was typed, so that its layout stays. */
export const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    name: z.string().check(z.regex(schemaNamePattern)),
    strict: z.boolean(),
    schema: z.string().check(
      z.maxLength(MAX_SCHEMA_LENGTH),
      z.refine((text) => schemaProblem(text) === null),
    ),
  }),
]);

/** The form a reply must have. */
export type ResponseFormat = Readonly<z.infer<typeof responseFormat>>;
