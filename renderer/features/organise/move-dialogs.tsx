import { Folder as FolderIcon, FolderX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { changeFolder, makeFolder } from '../../actions/folders';
import { changeChats } from '../../actions/order';
import { foldersInOrder, placesFor, useOrder } from '../../stores/order-store';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SmallDialog } from '../../ui/small-dialog';
import { ChoiceList } from './choice-list';
import styles from './organise.module.css';

interface PlacesProps {
  readonly folders: readonly Folder[];
  readonly none: string;
  readonly onChoose: (folderId: string | null) => void;
}

/** Where something can go: nowhere in particular, or into a folder. */
const Places = ({ folders, none, onChoose }: PlacesProps) => {
  const { t } = useTranslation();
  const top = {
    key: '',
    name: none,
    icon: <FolderX size={15} aria-hidden />,
    choose: () => onChoose(null),
  };
  const choices = foldersInOrder(folders).map(({ folder: { id, name }, depth, path }) => ({
    key: id,
    name,
    depth,
    ...(path.length === 0 ? {} : { path: path.join(' › ') }),
    icon: <FolderIcon size={15} aria-hidden />,
    choose: () => onChoose(id),
  }));
  return (
    <ChoiceList
      label={t('organise.folders')}
      filterLabel={t('organise.filterFolders')}
      choices={[top, ...choices]}
    />
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
    const id = await makeFolder(name, null);
    if (id !== null) move(id);
  };
  return (
    <SmallDialog title={t('organise.moveTo')} closeLabel={t('organise.close')} onClose={onClose}>
      <Places folders={folders} none={t('organise.noFolder')} onChoose={move} />
      <form className={styles.line} onSubmit={(event) => void create(event)}>
        <TextField label={t('organise.newFolder')} value={name} maxLength={100} onText={setName} />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('organise.createAndMove')}
        </Button>
      </form>
    </SmallDialog>
  );
};

interface MoveFolderDialogProps {
  readonly folder: Folder;
  readonly onClose: () => void;
}

/** Moves a folder into another one, or to the top. */
export const MoveFolderDialog = ({ folder, onClose }: MoveFolderDialogProps) => {
  const { t } = useTranslation();
  const folders = useOrder((state) => state.folders);
  const move = (parentId: string | null) =>
    void changeFolder(folder, { parentId }).then((isDone) => isDone && onClose());
  return (
    <SmallDialog title={t('organise.moveFolder')} closeLabel={t('organise.close')} onClose={onClose}>
      <Places folders={placesFor(folders, folder)} none={t('organise.top')} onChoose={move} />
    </SmallDialog>
  );
};
