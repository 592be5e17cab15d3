import { fieldOf, isRecord, itemsOf, textOrNull } from './unknown-value';

/** What a server says went wrong, whatever shape it says it in. */
export interface ServerError {
  readonly message: string;
  readonly code: string | null;
  readonly type: string | null;
  readonly param: string | null;
}

const NOTHING: ServerError = { message: '', code: null, type: null, param: null };

const codeText = (code: unknown): string | null =>
  typeof code === 'number' ? String(code) : textOrNull(code);

/** FastAPI's `{detail: [{loc: ["body", "seed"], msg: "…"}]}`, as vLLM and Mistral answer. */
const fromValidationDetail = (detail: readonly unknown[]): ServerError => {
  const [first] = detail;
  const location = itemsOf(fieldOf(first, 'loc'));
  return {
    ...NOTHING,
    message: textOrNull(fieldOf(first, 'msg')) ?? '',
    type: textOrNull(fieldOf(first, 'type')),
    param: textOrNull(location[location.length - 1]),
  };
};

/** A web page, as proxies put in the place of an answer, has no sentence worth showing. */
const sentence = (text: string): string => (/^\s*</.test(text) ? '' : text);

const fromRecord = (record: unknown): ServerError => {
  const detail = fieldOf(record, 'detail');
  if (Array.isArray(detail)) return fromValidationDetail(detail);
  return {
    message: sentence(textOrNull(fieldOf(record, 'message')) ?? textOrNull(detail) ?? ''),
    code: codeText(fieldOf(record, 'code')),
    type: textOrNull(fieldOf(record, 'type')),
    param: textOrNull(fieldOf(record, 'param')),
  };
};

/**
 * Reads the body of an error answer, parsed JSON or text. Known shapes: OpenAI's `{error: {…}}`, `{error: "…"}`,
 * the bare object, FastAPI's `detail`, Google's one-item array.
 */
export const readServerError = (body: unknown): ServerError => {
  if (typeof body === 'string') return { ...NOTHING, message: sentence(body) };
  if (Array.isArray(body)) return readServerError(body[0]);
  if (!isRecord(body)) return NOTHING;
  const inner = body.error;
  if (typeof inner === 'string') return { ...NOTHING, message: inner };
  return fromRecord(isRecord(inner) ? inner : body);
};
