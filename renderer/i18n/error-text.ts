import type { TFunction } from 'i18next';
import type { AppError } from '../../preload/contract/result';

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

/** Turns an error into a sentence, its fix, and what the server said. The one place where codes become words. */
export const errorText = (t: TFunction, error: AppError): ErrorText => {
  const { retryAfterSeconds, parameter, serverMessage } = error.detail ?? {};
  const facts = [
    typeof retryAfterSeconds === 'number' ? waitText(t, retryAfterSeconds) : '',
    parameter === undefined ? '' : t('errors.parameter', { parameter }),
  ];
  return {
    what: t(`errors.${error.code}.what`),
    fix: [...facts, t(`errors.${error.code}.fix`)].filter((text) => text !== '').join(' '),
    quote:
      serverMessage === undefined || serverMessage === ''
        ? null
        : t('errors.serverSays', { message: serverMessage }),
  };
};
