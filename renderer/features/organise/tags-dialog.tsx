import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { changeChats } from '../../actions/order';
import { useOrder } from '../../stores/order-store';
import { Button, IconButton } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SmallDialog } from '../../ui/small-dialog';
import styles from './organise.module.css';

interface TagsDialogProps {
  readonly chats: readonly Chat[];
  readonly onClose: () => void;
}

const isSame = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

/** Adds and removes tags of chats. */
export const TagsDialog = ({ chats, onClose }: TagsDialogProps) => {
  const { t } = useTranslation();
  const listId = useId();
  const known = useOrder((state) => state.tags);
  const [before] = useState(() => [...new Set(chats.flatMap((chat) => chat.tags ?? []))]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const shown = [...before.filter((tag) => !removed.includes(tag)), ...added];
  const add = (event: FormEvent) => {
    event.preventDefault();
    const tag = typed.trim();
    if (tag === '') return;
    setTyped('');
    setRemoved(removed.filter((each) => !isSame(each, tag)));
    // One that only some of the chats have is given to all.
    if (!added.some((each) => isSame(each, tag))) setAdded([...added, tag]);
  };
  const remove = (tag: string) => {
    if (before.includes(tag)) setRemoved([...removed, tag]);
    setAdded(added.filter((each) => each !== tag));
  };
  const save = async () => {
    const left = typed.trim();
    const add = left === '' ? [...added] : [...added, left];
    const ids = chats.map(({ id }) => id);
    const isChanged = add.length + removed.length > 0;
    if (!isChanged || (await changeChats(ids, { kind: 'tag', add, remove: [...removed] }))) onClose();
  };
  return (
    <SmallDialog title={t('organise.tags')} closeLabel={t('organise.close')} onClose={onClose}>
      <form className={styles.line} onSubmit={add}>
        <TextField
          label={t('organise.addTag')}
          value={typed}
          maxLength={50}
          list={listId}
          autoFocus
          onText={setTyped}
        />
        <datalist id={listId}>
          {known.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('organise.add')}
        </Button>
      </form>
      {shown.length === 0 ? (
        <p className={styles.quiet}>{t('organise.noTags')}</p>
      ) : (
        <ul className={styles.tags} aria-label={t('organise.tags')}>
          {[...new Set(shown)].map((tag) => (
            <li key={tag} className={styles.tag}>
              {tag}
              <IconButton label={t('organise.removeTag', { tag })} onClick={() => remove(tag)}>
                <X size={13} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('organise.cancel')}</Button>
        <Button look="primary" onClick={() => void save()}>
          {t('organise.save')}
        </Button>
      </div>
    </SmallDialog>
  );
};
