import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import type { AppError, ErrorCode } from '../../../preload/contract/result';
import { regenerate, repeatExactly } from '../../actions/turns';
import { errorText } from '../../i18n/error-text';
import { gapAfter } from '../../i18n/sentences';
import { useChatList } from '../../stores/chat-list-store';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import styles from './message.module.css';

const FIXED_IN_SETTINGS: ReadonlySet<ErrorCode> = new Set([
  'api.unauthorized',
  'api.forbidden',
  'api.notFound',
  'api.dns',
  'api.tls',
  'api.proxy',
  'api.refused',
  'api.malformed',
  'endpoint.notFound',
]);

interface MessageErrorProps {
  readonly message: Message;
  readonly error: AppError;
}

/** Why a reply failed and what helps, beside the text that came. */
export const MessageError = ({ message, error }: MessageErrorProps) => {
  const { t } = useTranslation();
  const busy = useChatList((list) => list.busy.has(message.chatId));
  // A compared answer is asked of whom it failed to come from, whatever the chat is answered with.
  const retry = message.answer?.comparisonId ? repeatExactly : regenerate;
  const { what, fix, quote } = errorText(t, error);
  return (
    <div role="alert" className={styles.error}>
      <p>
        <strong>{what}</strong>
        {gapAfter(what) + fix}
      </p>
      {quote !== null && <p className={styles.quote}>{quote}</p>}
      <div className={styles.errorButtons}>
        {FIXED_IN_SETTINGS.has(error.code) && (
          <Button onClick={() => showSettings(true)}>{t('app.openSettings')}</Button>
        )}
        <Button disabled={busy} onClick={() => void retry(message)}>
          {t('app.tryAgain')}
        </Button>
      </div>
    </div>
  );
};
