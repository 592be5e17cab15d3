import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../../preload/contract/history';
import { changeChats } from '../../actions/order';
import { useOrder } from '../../stores/order-store';
import { Button, IconButton } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SmallDialog } from '../../ui/small-dialog';
import { useKeptState } from '../../ui/use-kept-state';
import styles from './organise.module.css';

interface TagsDialogProps {
  readonly chats: readonly Chat[];
  readonly onClose: () => void;
}

const isSame = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

/** What is to be changed, and what is typed as one more. */
interface TagsChange {
  readonly typed: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const UNCHANGED: TagsChange = { typed: '', added: [], removed: [] };

interface TagLineProps {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onAdd: () => void;
}

const TagLine = ({ typed, onType, onAdd }: TagLineProps) => {
  const { t } = useTranslation();
  const listId = useId();
  const known = useOrder((state) => state.tags);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd();
  };
  return (
    <form className={styles.line} onSubmit={submit}>
      <TextField
        label={t('organise.addTag')}
        value={typed}
        maxLength={50}
        list={listId}
        autoFocus
        onText={onType}
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
  );
};

interface TagListProps {
  readonly tags: readonly string[];
  readonly onRemove: (tag: string) => void;
}

const TagList = ({ tags, onRemove }: TagListProps) => {
  const { t } = useTranslation();
  if (tags.length === 0) return <p className={styles.quiet}>{t('organise.noTags')}</p>;
  return (
    <ul className={styles.tags} aria-label={t('organise.tags')}>
      {[...new Set(tags)].map((tag) => (
        <li key={tag} className={styles.tag}>
          {tag}
          <IconButton label={t('organise.removeTag', { tag })} onClick={() => onRemove(tag)}>
            <X size={13} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
};

/** Adds and removes tags of chats. */
export const TagsDialog = ({ chats, onClose }: TagsDialogProps) => {
  const { t } = useTranslation();
  const [before] = useState(() => [...new Set(chats.flatMap((chat) => chat.tags ?? []))]);
  const ids = chats.map(({ id }) => id);
  const [{ typed, added, removed }, setChange, forget] = useKeptState(`tags ${ids.join(' ')}`, UNCHANGED);
  const shown = [...before.filter((tag) => !removed.includes(tag)), ...added];
  const add = () => {
    const tag = typed.trim();
    if (tag === '') return;
    setChange({
      typed: '',
      removed: removed.filter((each) => !isSame(each, tag)),
      // One that only some of the chats have is given to all.
      added: added.some((each) => isSame(each, tag)) ? added : [...added, tag],
    });
  };
  const remove = (tag: string) =>
    setChange({
      typed,
      removed: before.includes(tag) ? [...removed, tag] : removed,
      added: added.filter((each) => each !== tag),
    });
  const close = () => {
    forget();
    onClose();
  };
  const save = async () => {
    const left = typed.trim();
    const add = left === '' ? [...added] : [...added, left];
    const isChanged = add.length + removed.length > 0;
    if (!isChanged || (await changeChats(ids, { kind: 'tag', add, remove: [...removed] }))) close();
  };
  return (
    <SmallDialog title={t('organise.tags')} closeLabel={t('organise.close')} onClose={onClose}>
      <TagLine typed={typed} onType={(text) => setChange({ typed: text, added, removed })} onAdd={add} />
      <TagList tags={shown} onRemove={remove} />
      <div className={styles.buttons}>
        <Button onClick={close}>{t('organise.cancel')}</Button>
        <Button look="primary" onClick={() => void save()}>
          {t('organise.save')}
        </Button>
      </div>
    </SmallDialog>
  );
};
