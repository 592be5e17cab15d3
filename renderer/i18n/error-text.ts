import i18next, { type TFunction } from 'i18next';
import type { AppError } from '../../preload/contract/result';
import { costText } from './money';
import { sentences } from './sentences';

/** An error in words. */
export interface ErrorText {
  /** What happened. */
  readonly what: string;
  /** What helps. */
  readonly fix: string;
  /** The server's own sentence in quotes, if it sent one. */
  readonly quote: string | null;
}

const waitText = (t: TFunction, seconds: number): string =>
  seconds < 120
    ? t('errors.retryAfter', { seconds: Math.ceil(seconds) })
    : t('errors.retryAfterMinutes', { minutes: Math.ceil(seconds / 60) });

/** The fix for a code with a reason that main gives; any other reason has the code's own fix. */
const fixesByReason = {
  'endpoint.invalidUrl empty': 'reasons.urlEmpty',
  'endpoint.invalidUrl notUrl': 'reasons.urlNotUrl',
  'endpoint.invalidUrl scheme': 'reasons.urlScheme',
  'endpoint.invalidUrl credentials': 'reasons.urlCredentials',
  'endpoint.invalidUrl query': 'reasons.urlQuery',
  'endpoint.invalidUrl apiVersion': 'reasons.apiVersion',
  'endpoint.invalidKey empty': 'reasons.keyEmpty',
  'endpoint.invalidKey tooLong': 'reasons.keyTooLong',
  'endpoint.invalidKey characters': 'reasons.keyCharacters',
  'endpoint.invalidKey environment': 'reasons.keyEnvironment',
  'network.invalidProxy notUrl': 'reasons.proxyNotUrl',
  'network.invalidProxy scheme': 'reasons.proxyScheme',
  'network.invalidProxy path': 'reasons.proxyPath',
  'api.proxy ERR_PROXY_CONNECTION_FAILED': 'reasons.proxyUnreachable',
  'api.proxy ERR_PROXY_AUTH_REQUESTED': 'reasons.proxyWantsPassword',
  'api.proxy ERR_PROXY_AUTH_REFUSED': 'reasons.proxyRefusesPassword',
  'api.proxy ERR_TUNNEL_CONNECTION_FAILED': 'reasons.proxyNoTunnel',
  'api.proxy ERR_SOCKS_CONNECTION_FAILED': 'reasons.proxySocks',
  'api.proxy ERR_PAC_SCRIPT_FAILED': 'reasons.proxyPac',
  'api.proxy ERR_PROXY_CERTIFICATE_INVALID': 'reasons.proxyCertificate',
  'api.tls ERR_SSL_PROTOCOL_ERROR': 'reasons.notHttps',
  'api.tls ERR_CERT_AUTHORITY_INVALID': 'reasons.tlsUnknownAuthority',
  'api.tls ERR_CERT_DATE_INVALID': 'reasons.tlsDate',
  'api.tls ERR_CERT_COMMON_NAME_INVALID': 'reasons.tlsName',
  'image.notLoaded kind': 'reasons.imageKind',
  'image.notLoaded size': 'reasons.imageSize',
  'vault.failed newer': 'reasons.newer',
  'vault.failed ENOSPC': 'reasons.diskFull',
  'vault.failed EACCES': 'reasons.notAllowed',
  'vault.failed EPERM': 'reasons.notAllowed',
  'vault.failed EROFS': 'reasons.notWritable',
  'settings.notSaved ENOSPC': 'reasons.diskFull',
  'settings.notSaved EACCES': 'reasons.notAllowed',
  'settings.notSaved EPERM': 'reasons.notAllowed',
  'settings.notSaved EROFS': 'reasons.notWritable',
} as const;

const hasOwnFix = (key: string): key is keyof typeof fixesByReason => Object.hasOwn(fixesByReason, key);

const fixText = (t: TFunction, { code, detail }: AppError): string => {
  const key = `${code} ${detail?.reason ?? ''}`;
  return hasOwnFix(key) ? t(fixesByReason[key]) : t(`errors.${code}.fix`);
};

const budgetText = (t: TFunction, { code, detail = {} }: AppError): string => {
  const number = (name: string): number => Number(detail[name] ?? 0);
  const dollars = (name: string): string => costText(i18next.language, number(name));
  if (code === 'chat.wouldLeaveOut') {
    const tokens = new Intl.NumberFormat(i18next.language).format(number('overTokens'));
    return t('budget.asks', { count: number('omittedCount'), tokens });
  }
  if (code !== 'chat.spendingLimit') return '';
  const numbers = { limit: dollars('limitUsd'), spent: dollars('spentUsd'), request: dollars('requestUsd') };
  const pending =
    number('pendingUsd') > 0 ? t('budget.limitPending', { pending: dollars('pendingUsd') }) : '';
  return sentences(t('budget.limitNumbers', numbers), pending);
};

/** Turns an error into a sentence, its fix, and what the server said. The one place where codes become words. */
export const errorText = (t: TFunction, error: AppError): ErrorText => {
  const { retryAfterSeconds, parameter, serverMessage } = error.detail ?? {};
  const facts = [
    typeof retryAfterSeconds === 'number' ? waitText(t, retryAfterSeconds) : '',
    parameter === undefined ? '' : t('errors.parameter', { parameter }),
    budgetText(t, error),
  ];
  return {
    what: t(`errors.${error.code}.what`),
    fix: sentences(...facts, fixText(t, error)),
    quote:
      serverMessage === undefined || serverMessage === ''
        ? null
        : t('errors.serverSays', { message: serverMessage }),
  };
};
