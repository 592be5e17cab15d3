import { Folder as FolderIcon, FolderX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { changeChats, saveFolder } from '../../actions/order';
import { foldersInOrder, useOrder } from '../../stores/order-store';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SmallDialog } from '../../ui/small-dialog';
import styles from './organise.module.css';

interface ChoicesProps {
  readonly folders: readonly Folder[];
  readonly none: string;
  readonly onChoose: (folderId: string | null) => void;
}

/** Where something can go: nowhere in particular, or into a folder. */
const Choices = ({ folders, none, onChoose }: ChoicesProps) => {
  const { t } = useTranslation();
  return (
    <ul className={styles.choices} aria-label={t('organise.folders')}>
      <li>
        <button type="button" className={styles.choice} onClick={() => onChoose(null)}>
          <FolderX size={15} aria-hidden />
          {none}
        </button>
      </li>
      {foldersInOrder(folders).map(({ folder, depth }) => (
        <li key={folder.id} style={{ paddingInlineStart: `${depth * 16}px` }}>
          <button type="button" className={styles.choice} onClick={() => onChoose(folder.id)}>
            <FolderIcon size={15} aria-hidden />
            {folder.name}
          </button>
        </li>
      ))}
    </ul>
  );
};

interface MoveChatsDialogProps {
  readonly chatIds: readonly string[];
  readonly onClose: () => void;
}

/** Moves chats into a folder, a new one too, or out of theirs. */
export const MoveChatsDialog = ({ chatIds, onClose }: MoveChatsDialogProps) => {
  const { t } = useTranslation();
  const folders = useOrder((state) => state.folders);
  const [name, setName] = useState('');
  const move = (folderId: string | null) => void changeChats(chatIds, { kind: 'move', folderId });
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const id = await saveFolder(null, name, null);
    if (id !== null) move(id);
  };
  return (
    <SmallDialog title={t('organise.moveTo')} closeLabel={t('organise.close')} onClose={onClose}>
      <Choices folders={folders} none={t('organise.noFolder')} onChoose={move} />
      <form className={styles.line} onSubmit={(event) => void create(event)}>
        <TextField label={t('organise.newFolder')} value={name} maxLength={100} onText={setName} />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('organise.createAndMove')}
        </Button>
      </form>
    </SmallDialog>
  );
};

/** The folders that one can be put into: neither itself nor what is in it. */
const placesFor = (folders: readonly Folder[], moved: Folder): readonly Folder[] => {
  const within = new Set([moved.id]);
  for (const { folder } of foldersInOrder(folders))
    if (folder.parentId !== null && within.has(folder.parentId)) within.add(folder.id);
  return folders.filter(({ id }) => !within.has(id));
};

/** Moves a folder into another one, or to the top. */
export const MoveFolderDialog = ({
  folder,
  onClose,
}: {
  readonly folder: Folder;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const folders = useOrder((state) => state.folders);
  const move = (parentId: string | null) =>
    void saveFolder(folder.id, folder.name, parentId).then((id) => id !== null && onClose());
  return (
    <SmallDialog title={t('organise.moveFolder')} closeLabel={t('organise.close')} onClose={onClose}>
      <Choices folders={placesFor(folders, folder)} none={t('organise.top')} onChoose={move} />
    </SmallDialog>
  );
};
