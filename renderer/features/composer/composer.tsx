import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { attachFiles, pastedFiles } from '../../actions/attachments';
import { flushDraft, pasteLong, typeMessage } from '../../actions/drafts';
import { sendMessage } from '../../actions/turns';
import { boxOf, isTooLongForBox, roleOf, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { useView } from '../../stores/view-store';
import { isSendKey } from '../../ui/composing';
import { AttachButton } from '../attachments/attach-button';
import { Attached } from '../attachments/attached';
import { CompareButton } from '../compare/compare-button';
import { ModelPicker } from '../models/model-picker';
import { AddButton } from './add-button';
import styles from './composer.module.css';
import { ComposerName, ComposerNameButton } from './composer-name';
import { ContextNote, ContextUsage } from './context-usage';
import { PastedText } from './pasted-text';
import { SendButton } from './send-button';

// Its list is not needed before the first paint.
const RolePicker = lazy(async () => ({ default: (await import('./role-picker')).RolePicker }));

/** Measuring a long text at every key press would freeze typing: beyond this the box keeps its greatest height. */
const GROWS_UP_TO = 8000;

/** Takes a long text that is pasted, dropped or put in by a program, before it freezes the box. */
const divertLongText = (event: InputEvent) => {
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  if (!isTooLongForBox(text)) return;
  event.preventDefault();
  pasteLong(text);
};

const pasteFiles = (event: ClipboardEvent) => {
  const files = pastedFiles(event.clipboardData);
  if (files.length === 0) return;
  event.preventDefault();
  attachFiles(files);
};

const AttachedToMessage = () => {
  const place = useConversation(({ chatId }) => chatKey(chatId));
  const role = useComposer((state) => roleOf(state, place));
  return <Attached place={place} role={role} />;
};

const MessageBox = () => {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const revision = useComposer((state) => boxOf(state, key).revision);
  const long = useComposer((state) => boxOf(state, key).text.length > GROWS_UP_TO);

  // biome-ignore lint/correctness/useExhaustiveDependencies: written to only when the program set the text
  useEffect(() => {
    const { text } = boxOf(useComposer.getState(), key);
    if (box.current !== null && box.current.value !== text) box.current.value = text;
  }, [key, revision]);

  const calls = useView((state) => state.boxCalls);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat, another text to type
  useEffect(() => box.current?.focus(), [key, calls]);

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    void sendMessage();
  }, []);

  useEffect(() => {
    // React has no event of its own for this one. It comes before the box takes the text: afterwards is too late.
    const element = box.current;
    element?.addEventListener('beforeinput', divertLongText);
    return () => element?.removeEventListener('beforeinput', divertLongText);
  }, []);

  return (
    <textarea
      ref={box}
      rows={1}
      className={`${styles.box} ${long ? styles.long : ''}`}
      aria-label={t('composer.message')}
      placeholder={t('composer.placeholder')}
      spellCheck={!long}
      onChange={(event) => typeMessage(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={pasteFiles}
      onBlur={flushDraft}
    />
  );
};

/** Where messages are typed: works at all times, whatever state the history or the endpoint is in. */
export const Composer = () => {
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void sendMessage();
  };
  return (
    <form className={styles.composer} onSubmit={onSubmit}>
      <ContextNote />
      <div className={styles.card}>
        <ComposerName />
        <AttachedToMessage />
        <PastedText />
        <MessageBox />
        <div className={styles.tools}>
          <AttachButton />
          <div className={styles.role}>
            <Suspense>
              <RolePicker />
            </Suspense>
          </div>
          <ComposerNameButton />
          <ModelPicker />
          <div className={styles.sending}>
            <ContextUsage />
            <AddButton />
            <CompareButton />
            <SendButton />
          </div>
        </div>
      </div>
    </form>
  );
};
