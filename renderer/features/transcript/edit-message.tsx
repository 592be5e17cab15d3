import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsOf } from '../../../preload/contract/attachments';
import type { Message } from '../../../preload/contract/history';
import { attachFiles, pastedFiles } from '../../actions/attachments';
import { discardEdit, typeEdit } from '../../actions/edit-drafts';
import { saveEdited } from '../../actions/path';
import { sendEdited } from '../../actions/turns';
import { restoreItems } from '../../stores/attachments-store';
import { useComposer } from '../../stores/composer-store';
import { editKey } from '../../stores/names-store';
import { Button } from '../../ui/button';
import { isComposing, isSendKey } from '../../ui/composing';
import { Attached } from '../attachments/attached';
import { pasteRich } from '../composer/paste-rich';
import { NameButton } from '../names/name-button';
import { NameField } from '../names/name-field';
import styles from './message.module.css';
import { useIsEdited } from './use-is-edited';

interface EditMessageProps {
  readonly message: Message;
  readonly text: string;
  /** False for an editor that comes back with its chat: the person may be typing elsewhere. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  /** The text is sent or saved: another message stands in this one's place. */
  readonly onTaken: () => void;
}

interface EditButtonsProps {
  readonly message: Message;
  readonly onCancel: () => void;
  readonly onTake: (act: typeof sendEdited) => void;
}

const EditButtons = ({ message, onCancel, onTake }: EditButtonsProps) => {
  const { t } = useTranslation();
  const isQuestion = message.role === 'user';
  return (
    <>
      <Button look="quiet" onClick={onCancel}>
        {t('transcript.cancel')}
      </Button>
      <Button look={isQuestion ? 'plain' : 'primary'} onClick={() => onTake(saveEdited)}>
        {t('transcript.saveEdited')}
      </Button>
      {isQuestion && (
        <Button look="primary" onClick={() => onTake(sendEdited)}>
          {t('transcript.sendEdited')}
        </Button>
      )}
    </>
  );
};

/**
 * Edits a message in place, as a branch: a question can be sent, and every message saved with what follows it kept.
 * Escape keeps what was changed for the next time.
 */
export const EditMessage = ({ message, text, takesFocus, onClose, onTaken }: EditMessageProps) => {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    box.current?.focus();
    box.current?.setSelectionRange(-1, -1);
  }, [takesFocus]);
  // Only once: what is typed is the box's own, which React is not to fill again.
  const [initial] = useState(() => useComposer.getState().edits[message.id] ?? text);
  const isEdited = useIsEdited(message);
  const place = editKey(message.id);
  useEffect(() => restoreItems(place, attachmentsOf(message.parts)), [place, message.parts]);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = pastedFiles(event.clipboardData);
    if (files.length === 0) return pasteRich(event);
    event.preventDefault();
    attachFiles(files, place);
  };
  const takesName = message.role !== 'tool';
  const take = async (act: typeof sendEdited) => {
    // What was refused is kept, and the editor stays open with it.
    if (await act(message, box.current?.value ?? '')) onTaken();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onClose();
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    void take(message.role === 'user' ? sendEdited : saveEdited);
  };
  const cancel = () => {
    if (isEdited) discardEdit(message.chatId, message.id);
    onClose();
  };
  return (
    <div className={styles.editor}>
      <Attached place={place} role={message.role} />
      <textarea
        ref={box}
        className={styles.editBox}
        dir="auto"
        spellCheck
        aria-label={t('transcript.editField')}
        defaultValue={initial}
        onChange={(event) => typeEdit(message.chatId, message.id, event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {takesName && <NameField nameKey={place} before={message.name} />}
      <div className={styles.editButtons}>
        {takesName && <NameButton nameKey={place} before={message.name} />}
        <EditButtons message={message} onCancel={cancel} onTake={(act) => void take(act)} />
      </div>
    </div>
  );
};
