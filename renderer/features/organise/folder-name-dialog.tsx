import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../preload/contract/organise';
import { changeFolder, makeFolder } from '../../actions/folders';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SmallDialog } from '../../ui/small-dialog';
import { useKeptState } from '../../ui/use-kept-state';
import styles from './organise.module.css';

interface FolderNameDialogProps {
  /** The folder that gets another name; null: one is made. */
  readonly folder: Folder | null;
  readonly parentId: string | null;
  readonly onClose: () => void;
}

/** Makes a folder or gives one another name. */
export const FolderNameDialog = ({ folder, parentId, onClose }: FolderNameDialogProps) => {
  const { t } = useTranslation();
  const [name, setName, forget] = useKeptState(`folder ${folder?.id ?? parentId}`, folder?.name ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const isDone =
      folder === null ? (await makeFolder(name, parentId)) !== null : await changeFolder(folder, { name });
    if (!isDone) return;
    forget();
    onClose();
  };
  return (
    <SmallDialog
      title={folder === null ? t('organise.newFolder') : t('organise.renameFolder')}
      closeLabel={t('organise.close')}
      onClose={onClose}
    >
      <form className={styles.line} onSubmit={(event) => void submit(event)}>
        <TextField label={t('organise.folderName')} value={name} maxLength={100} autoFocus onText={setName} />
        <Button look="primary" type="submit" disabled={name.trim() === ''}>
          {folder === null ? t('organise.create') : t('organise.save')}
        </Button>
      </form>
    </SmallDialog>
  );
};
