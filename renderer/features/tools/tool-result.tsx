import { CornerDownRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { deleteMessage } from '../../actions/path';
import { useConversation } from '../../stores/conversation-store';
import { Button } from '../../ui/button';
import { PlainText } from '../transcript/plain-text';
import { callAnsweredBy, isStrayResult } from './call-state';
import styles from './tools.module.css';

interface ToolResultProps {
  readonly message: Message;
  readonly text: string;
}

/** What a call gave, under the name of its function; or that it answers none. */
export const ToolResult = ({ message, text }: ToolResultProps) => {
  const { t } = useTranslation();
  const call = useConversation(({ transcript }) => callAnsweredBy(transcript.entries, message.id));
  const isStray = useConversation(({ transcript }) => isStrayResult(transcript, message.id));
  return (
    <>
      <div className={styles.toolResult}>
        <div className={styles.head}>
          <CornerDownRight size={14} aria-hidden />
          {call !== undefined && <code>{call.name === '' ? t('tools.unnamed') : call.name}</code>}
        </div>
        <div className={styles.arguments}>
          <PlainText text={text} />
        </div>
      </div>
      {isStray && (
        <div role="note" className={styles.stray}>
          <span>{t('tools.stray')}</span>
          <Button onClick={() => void deleteMessage(message)}>{t('tools.deleteStray')}</Button>
        </div>
      )}
    </>
  );
};
