import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PROMPT_TITLE, type PromptContent, type SavedPrompt } from '../../../preload/contract/prompts';
import { setParam } from '../../actions/options';
import { deletePrompt, loadPrompts, savePrompt } from '../../actions/prompts';
import { tellError } from '../../stores/notices-store';
import { showPrompts, usePrompts } from '../../stores/prompts-store';
import { showPanel } from '../../stores/view-store';
import { Button } from '../../ui/button';
import { FillDialog } from './fill-dialog';
import { PromptEditor } from './prompt-editor';
import { PromptFiles } from './prompt-files';
import { PromptFrame } from './prompt-frame';
import { PromptList } from './prompt-list';
import styles from './prompts.module.css';
import { fillVariables, variablesOf } from './variables';

/** A prompt that is being written; `id` null: a new one. */
interface Edited extends PromptContent {
  readonly id: string | null;
}

/** What was said last, and what was deleted since the library was opened, latest last: each can be taken back. */
interface Said {
  readonly text: string | null;
  readonly deleted: readonly SavedPrompt[];
}

const blank: Edited = { id: null, title: '', text: '', tags: [] };

const takeAsSystemPrompt = (text: string) => {
  setParam('systemPrompt', text);
  showPanel(true);
  showPrompts(false);
};

interface LibraryProps {
  readonly said: Said;
  readonly onSaid: (said: Said) => void;
  readonly onEdit: (edited: Edited) => void;
  readonly onUse: (prompt: SavedPrompt) => void;
}

/** The list, and what was done last. */
const Library = ({ said, onSaid, onEdit, onUse }: LibraryProps) => {
  const { t } = useTranslation();
  const isEmpty = usePrompts(({ prompts }) => prompts.length === 0);
  const body = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with what it was pressed for.
  const keepFocus = () => body.current?.focus();
  const remove = async (prompt: SavedPrompt) => {
    if (!(await deletePrompt(prompt.id))) return;
    onSaid({ text: null, deleted: [...said.deleted, prompt] });
    keepFocus();
  };
  const duplicate = ({ title, text, tags }: SavedPrompt) => {
    const name = t('prompts.copyOf', { title }).slice(0, MAX_PROMPT_TITLE);
    onEdit({ id: null, title: name, text, tags });
  };
  const undo = (prompt: SavedPrompt) => {
    savePrompt(prompt.id, prompt).then(
      () => onSaid({ text: null, deleted: said.deleted.slice(0, -1) }),
      tellError,
    );
    keepFocus();
  };
  const deleted = said.deleted.at(-1);
  const deletedText = deleted === undefined ? '' : t('prompts.deleted', { title: deleted.title });
  return (
    <PromptFrame wide title={t('prompts.title')} initialFocus={body} onClose={() => showPrompts(false)}>
      <div ref={body} tabIndex={-1} className={styles.body}>
        <PromptList
          onNew={() => onEdit(blank)}
          onUse={onUse}
          onEdit={onEdit}
          onDuplicate={duplicate}
          onDelete={(prompt) => void remove(prompt)}
        />
        <div className={styles.said}>
          <span role="status">{said.text ?? deletedText}</span>
          {deleted !== undefined && said.text === null && (
            <Button onClick={() => undo(deleted)}>{t('app.undo')}</Button>
          )}
        </div>
        <PromptFiles isEmpty={isEmpty} onSaid={(text) => onSaid({ ...said, text })} />
      </div>
    </PromptFrame>
  );
};

/** The prompt library. Mounted only while it is open. */
export const PromptsDialog = () => {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [used, setUsed] = useState<SavedPrompt | null>(null);
  const [said, setSaid] = useState<Said>({ text: null, deleted: [] });
  useEffect(() => void loadPrompts(), []);
  const use = (prompt: SavedPrompt) => {
    if (variablesOf(prompt.text).length > 0) setUsed(prompt);
    else takeAsSystemPrompt(fillVariables(prompt.text, new Map()));
  };
  if (used !== null)
    return (
      <FillDialog
        prompt={used}
        action={t('prompts.asSystem')}
        onFill={(values) => takeAsSystemPrompt(fillVariables(used.text, values))}
        onCancel={() => setUsed(null)}
      />
    );
  if (edited === null) return <Library said={said} onSaid={setSaid} onEdit={setEdited} onUse={use} />;
  const close = () => setEdited(null);
  return (
    <PromptFrame wide title={t(edited.id === null ? 'prompts.new' : 'prompts.edit')} onClose={close}>
      <PromptEditor
        initial={edited}
        onSave={async (content) => {
          await savePrompt(edited.id, content);
          setSaid({ ...said, text: null });
          close();
        }}
        onCancel={close}
      />
    </PromptFrame>
  );
};
