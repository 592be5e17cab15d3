import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { messageText } from '../../stores/transcript';
import { jsonBreak } from './json-break';

/** Whether a reply that was asked for as JSON is JSON, and where it breaks if it is not. */
export const JsonStatus = ({ message }: { readonly message: Message }) => {
  const { t, i18n } = useTranslation();
  const text = messageText(message);
  const type = message.answer?.params.responseFormat?.type;
  const isJson = type === 'json_object' || type === 'json_schema';
  const found = useMemo(() => (isJson ? jsonBreak(text) : null), [isJson, text]);
  if (!isJson || message.status === 'streaming' || text === '') return null;
  const { format } = new Intl.NumberFormat(i18n.language);
  return (
    <span role="status">
      {found === null
        ? t('transcript.validJson')
        : t('transcript.brokenJson', { line: format(found.line), column: format(found.column) })}
    </span>
  );
};
