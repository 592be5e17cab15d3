import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistorySnapshot, SnapshotChatPage } from '../../../preload/contract/history-snapshots';
import { openChat } from '../../actions/open-chat';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { showSettings } from '../../stores/view-store';
import { Button } from '../../ui/button';
import styles from './keeping.module.css';
import { KeepingFrame } from './keeping-frame';
import { ConfirmRestore } from './snapshot-choice';
import { timeText } from './time-text';

interface RestoreDialogProps {
  readonly snapshot: HistorySnapshot;
  readonly onClose: () => void;
}

const NOTHING: SnapshotChatPage = { chats: [], cursor: null };

/** Brings single chats of a snapshot back, or everything. */
export const RestoreDialog = ({ snapshot, onClose }: RestoreDialogProps) => {
  const { t, i18n } = useTranslation();
  const { name } = snapshot;
  const [{ chats, cursor }, setPage] = useState(NOTHING);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    request('snapshot.chats', { name, cursor: null }).then(setPage, tellError);
  }, [name]);
  const more = async () => {
    const next = await request('snapshot.chats', { name, cursor });
    setPage({ ...next, chats: [...chats, ...next.chats] });
  };
  const restore = async (chatId: string) => {
    await request('snapshot.restoreChat', { name, chatId });
    showSettings(false);
    await openChat(chatId);
  };
  const time = timeText(i18n.language, snapshot.madeAt);
  return (
    <KeepingFrame title={t('keeping.restoreTitle', { time })} onClose={onClose}>
      <p className={styles.hint}>{t('keeping.restoreOne')}</p>
      <div>
        <Button look="primary" onClick={() => setAsking(true)}>
          {t('keeping.restoreAll')}
        </Button>
      </div>
      <ul className={styles.list} aria-label={t('conversations.chats')}>
        {chats.map((chat) => (
          <li key={chat.id} className={styles.item}>
            <div className={styles.text}>
              <span dir="auto">{chat.title === '' ? t('conversations.untitled') : chat.title}</span>
              <span className={styles.hint}>
                {`${timeText(i18n.language, chat.updatedAt)} · ${t(`keeping.chatState.${chat.now}`)}`}
              </span>
            </div>
            <Button onClick={() => void restore(chat.id).catch(tellError)}>{t('keeping.restore')}</Button>
          </li>
        ))}
      </ul>
      {cursor !== null && <Button onClick={() => void more().catch(tellError)}>{t('keeping.more')}</Button>}
      {asking && <ConfirmRestore snapshot={snapshot} onClose={() => setAsking(false)} />}
    </KeepingFrame>
  );
};
