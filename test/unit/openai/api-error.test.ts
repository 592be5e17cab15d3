import { describe, expect, it } from 'vitest';
import { errorOfEvent, errorOfStatus, errorOfThrown } from '../../../main/openai/api-error';

const context = { host: 'api.example.com', apiKey: 'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789' };
const headers = (values: Record<string, string> = {}) => new Headers(values);
const openAi = (message: string, code: string | null = null, param: string | null = null, type = 'x') => ({
  error: { message, code, param, type },
});

describe('status → code', () => {
  it.each([
    [401, openAi('Incorrect API key provided', 'invalid_api_key'), 'api.unauthorized'],
    [403, openAi('Country not supported'), 'api.forbidden'],
    [
      404,
      openAi('The model `gpt-9` does not exist or you do not have access to it.', 'model_not_found'),
      'api.modelNotFound',
    ],
    [404, { error: { message: 'model "llama9" not found, try pulling it first' } }, 'api.modelNotFound'],
    [
      404,
      { error: { code: 'DeploymentNotFound', message: 'The API deployment does not exist.' } },
      'api.modelNotFound',
    ],
    [404, openAi('This is not a chat model', null, 'model'), 'api.modelNotFound'],
    [404, openAi('Invalid URL (POST /chat/completions)'), 'api.notFound'],
    [
      404,
      openAi('tools is not supported in this model. For a list, see the guide.'),
      'api.unsupportedParameter',
    ],
    [404, '<!doctype html><h1>Not found</h1>', 'api.notFound'],
    [
      400,
      openAi("This model's maximum context length is 8192 tokens.", 'context_length_exceeded'),
      'api.contextLength',
    ],
    [400, { error: 'the request exceeds the available context size' }, 'api.contextLength'],
    [400, { error: { message: 'foo is not a valid model ID', code: 400 } }, 'api.modelNotFound'],
    [400, openAi('Invalid value for temperature'), 'api.badRequest'],
    [402, { error: { message: 'Insufficient Balance' } }, 'api.quota'],
    [407, '', 'api.proxy'],
    [408, '', 'api.timeout'],
    [413, '', 'api.contextLength'],
    [429, openAi('Rate limit reached', 'rate_limit_exceeded'), 'api.rateLimited'],
    [429, openAi('You exceeded your current quota', 'insufficient_quota'), 'api.quota'],
    [500, openAi('The server had an error'), 'api.server'],
    [503, '<html>Service Unavailable</html>', 'api.server'],
    [304, '', 'api.notFound'],
  ])('%i %j is told as what it is', (status, body, code) => {
    const error = errorOfStatus(status, headers(), body, context);
    expect(error.code).toBe(code);
    expect(error.detail).toMatchObject({ status, host: 'api.example.com' });
  });

  it.each([
    [
      openAi(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        'unsupported_parameter',
        'max_tokens',
      ),
      'max_tokens',
    ],
    [
      openAi(
        "Unsupported value: 'temperature' does not support 0.2 with this model.",
        'unsupported_value',
        'temperature',
      ),
      'temperature',
    ],
    [
      {
        detail: [
          { type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' },
        ],
      },
      'stream_options',
    ],
    [{ message: 'Unrecognized request argument supplied: stream_options' }, 'stream_options'],
    [openAi("Unknown parameter: 'n'."), 'n'],
    [openAi('unsupported', null, 'stream_options.include_usage'), 'stream_options'],
    [
      openAi(
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        null,
        'response_format',
      ),
      'response_format',
    ],
    [openAi("Unknown parameter: 'user'."), 'user'],
    [openAi('Unrecognized request argument supplied: verbosity'), 'verbosity'],
    [openAi('Unrecognized request argument supplied: service_tier'), 'service_tier'],
    [openAi("Unsupported parameter: 'logit_bias' is not supported with this model."), 'logit_bias'],
  ])('%j names the parameter, so that it can be left out', (body, parameter) => {
    const error = errorOfStatus(400, headers(), body, context);
    expect(error).toMatchObject({ code: 'api.unsupportedParameter', detail: { parameter } });
  });

  it.each([
    "Invalid schema for response_format 'reply': In context=(), 'minLength' is not permitted.",
    "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
  ])('does not leave the format out where the person can mend it: %s', (message) => {
    const error = errorOfStatus(400, headers(), openAi(message, null, 'response_format'), context);
    expect(error.code).toBe('api.badRequest');
  });

  it('does not quote the web page that a proxy puts in the place of an answer', () => {
    const page = { error: { message: '<!doctype html><html><title>502</title><body>Bad gateway' } };
    expect(errorOfStatus(502, headers(), page, context).detail).not.toHaveProperty('serverMessage');
  });

  it('does not take the word "stop" in a sentence for the parameter', () => {
    expect(errorOfStatus(400, headers(), openAi('Unsupported: please stop'), context).code).toBe(
      'api.badRequest',
    );
  });
});

describe('Retry-After', () => {
  const secondsOf = (values: Record<string, string>) =>
    errorOfStatus(429, headers(values), '', context, Date.parse('2026-01-01T00:00:00Z')).detail
      ?.retryAfterSeconds;

  it.each([
    [{ 'retry-after': '20' }, 20],
    [{ 'retry-after-ms': '1200', 'retry-after': '9' }, 2],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j is told in seconds', (values, seconds) => {
    expect(secondsOf(values)).toBe(seconds);
  });
});

describe('secrets', () => {
  it.each([
    context.apiKey,
    `Bearer ${context.apiKey}`,
    context.apiKey.slice(5, 20),
    `${context.apiKey.slice(0, 12)}***${context.apiKey.slice(-9)}`,
    'sk-someoneelseskey1234567890',
  ])('an echoed %s gets into no error', (echo) => {
    const error = errorOfStatus(
      401,
      headers(),
      openAi(`Incorrect API key provided: ${echo}. See the docs.`),
      context,
    );
    const text = JSON.stringify(error);
    expect(text).toContain('Incorrect API key provided: ');
    expect(text).toContain('See the docs.');
    for (let at = 0; at + 8 <= context.apiKey.length; at += 1)
      expect(text).not.toContain(context.apiKey.slice(at, at + 8));
    expect(text).not.toContain('someoneelseskey');
  });

  it('keeps the server out of the developers’ message and bounds what it says', () => {
    const error = errorOfStatus(400, headers(), openAi('secret prompt '.repeat(10_000)), context);
    expect(error.message).toBe('HTTP 400');
    expect(String(error.detail?.serverMessage).length).toBeLessThanOrEqual(500);
  });
});

describe('events inside a stream', () => {
  it.each([
    [{ message: 'The server had an error', type: 'server_error' }, 'api.server'],
    [{ code: 502, message: 'Provider returned error' }, 'api.server'],
    [{ code: 429, message: 'Rate limited' }, 'api.rateLimited'],
    [
      { code: 'context_length_exceeded', message: 'too long', type: 'invalid_request_error' },
      'api.contextLength',
    ],
    [{ code: 'insufficient_quota', message: 'no money' }, 'api.quota'],
    ['overloaded', 'api.server'],
  ])('%j is told as what it is', (body, code) => {
    expect(errorOfEvent(body, context).code).toBe(code);
  });
});

const chromium = (name: string) => new Error(`net::${name}`);
const undici = (code: string) =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error(`connect ${code} my-cert.example.com:443`), { code }),
  });

describe('network failures', () => {
  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'api.dns'],
    ['ERR_CERT_AUTHORITY_INVALID', 'api.tls'],
    ['ERR_SSL_PROTOCOL_ERROR', 'api.tls'],
    ['ERR_PROXY_CONNECTION_FAILED', 'api.proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'api.proxy'],
    ['ERR_UNEXPECTED_PROXY_AUTH', 'api.proxy'],
    ['ERR_CONNECTION_REFUSED', 'api.refused'],
    ['ERR_INTERNET_DISCONNECTED', 'api.offline'],
    ['ERR_CONNECTION_TIMED_OUT', 'api.timeout'],
    ['ERR_CONNECTION_RESET', 'api.network'],
    ['ERR_EMPTY_RESPONSE', 'api.network'],
    ['ERR_INVALID_HTTP_RESPONSE', 'api.malformed'],
  ])('Electron’s net::%s', (name, code) => {
    expect(errorOfThrown(chromium(name), context)).toMatchObject({ code, detail: { reason: name } });
  });

  it.each([
    ['ENOTFOUND', 'api.dns'],
    ['EAI_AGAIN', 'api.dns'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'api.tls'],
    ['CERT_HAS_EXPIRED', 'api.tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'api.tls'],
    ['EPROTO', 'api.tls'],
    ['ECONNREFUSED', 'api.refused'],
    ['EHOSTUNREACH', 'api.refused'],
    ['ENETUNREACH', 'api.offline'],
    ['UND_ERR_CONNECT_TIMEOUT', 'api.timeout'],
    ['ECONNRESET', 'api.network'],
    ['UND_ERR_SOCKET', 'api.network'],
  ])('Node’s %s', (name, code) => {
    expect(errorOfThrown(undici(name), context).code).toBe(code);
  });

  it.each(['ERR_INCOMPLETE_CHUNKED_ENCODING', 'ERR_CONTENT_LENGTH_MISMATCH', 'ERR_CONNECTION_RESET'])(
    '%s after the first byte is a cut reply, not a failed connection',
    (name) => {
      expect(errorOfThrown(chromium(name), context, 'body').code).toBe('api.cut');
    },
  );

  it('a refused redirect is a wrong address', () => {
    const error = new Error("Attempted to redirect, but redirect policy was 'error'");
    expect(errorOfThrown(error, context)).toMatchObject({
      code: 'api.notFound',
      detail: { reason: 'redirect' },
    });
  });

  it('what nobody expected keeps its message to itself', () => {
    expect(errorOfThrown(new RangeError('prompt text'), context)).toEqual({
      code: 'internal',
      message: 'RangeError',
    });
  });
});
