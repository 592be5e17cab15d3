import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_MS, type TrashedChat, type TrashPage } from '../../../preload/contract/trash';
import { restoreChat } from '../../actions/chats';
import { restoreTrash } from '../../actions/order';
import { request } from '../../ipc/client';
import { useApp } from '../../stores/app-store';
import { showTrash } from '../../stores/keeping-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { Confirm } from './confirm';
import styles from './keeping.module.css';
import { KeepingFrame } from './keeping-frame';
import { TrashDays } from './trash-days';

/** How long a chat stays. */
const useStay = () => {
  const { t } = useTranslation();
  const days = useApp(({ settings }) => settings.trashDays);
  return ({ trashedAt }: TrashedChat): string => {
    const count = Math.max(0, Math.ceil((trashedAt + days * DAY_MS - Date.now()) / DAY_MS));
    return days === 0 ? t('keeping.kept') : t('keeping.daysLeft', { count });
  };
};

const useTrash = () => {
  const [page, setPage] = useState<TrashPage | null>(null);
  const read = () => request('trash.list', { cursor: null }).then(setPage, tellError);
  useEffect(() => {
    request('trash.list', { cursor: null }).then(setPage, (thrown) => {
      tellError(thrown);
      showTrash(false);
    });
  }, []);
  const readMore = async () => {
    if (page === null || page.cursor === null) return;
    const next = await request('trash.list', { cursor: page.cursor });
    setPage({ ...next, chats: [...page.chats, ...next.chats] });
  };
  const remove = async (chatIds: readonly string[] | null) => {
    await request('trash.remove', { chatIds: chatIds === null ? null : [...chatIds] });
    await read();
  };
  return { page, read, readMore: () => readMore().catch(tellError), remove };
};

/** The chats that were deleted: brings them back, or deletes them for good. */
export const TrashDialog = () => {
  const { t } = useTranslation();
  const { page, read, readMore, remove } = useTrash();
  const stay = useStay();
  // What is asked about: a chat, or all of them.
  const [asked, setAsked] = useState<TrashedChat | 'all' | null>(null);
  const titleOf = ({ title }: TrashedChat) => (title === '' ? t('conversations.untitled') : title);
  // It opens with what is in it: else the focus would go to the only field, and a key change how long chats are kept.
  if (page === null) return null;
  const { chats, cursor, total } = page;
  return (
    <KeepingFrame title={t('keeping.trash')} onClose={() => showTrash(false)}>
      <p className={styles.hint}>{total === 0 ? t('keeping.trashEmpty') : t('keeping.trashLead')}</p>
      <ul className={styles.list} aria-label={t('keeping.trash')}>
        {chats.map((chat) => (
          <li key={chat.id} className={styles.item}>
            <div className={styles.text}>
              <span dir="auto">{titleOf(chat)}</span>
              <span className={styles.hint}>{stay(chat)}</span>
            </div>
            <Button onClick={() => void restoreChat(chat.id).then(read)}>{t('keeping.restore')}</Button>
            <Button look="quiet" onClick={() => setAsked(chat)}>
              {t('keeping.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {cursor !== null && <Button onClick={() => void readMore()}>{t('keeping.more')}</Button>}
      {total > 0 && (
        <div className={styles.buttons}>
          {total > 1 && (
            <Button onClick={() => void restoreTrash().then(read)}>{t('keeping.restoreTrash')}</Button>
          )}
          <Button look="danger" onClick={() => setAsked('all')}>
            {t('keeping.emptyTrash')}
          </Button>
        </div>
      )}
      <TrashDays />
      {asked !== null && (
        <Confirm
          title={
            asked === 'all'
              ? t('keeping.confirmEmpty', { count: total })
              : t('keeping.confirmRemove', { title: titleOf(asked) })
          }
          lead={t('keeping.confirmLead')}
          action={t('keeping.confirm')}
          onConfirm={() => void remove(asked === 'all' ? null : [asked.id]).catch(tellError)}
          onClose={() => setAsked(null)}
        />
      )}
    </KeepingFrame>
  );
};
