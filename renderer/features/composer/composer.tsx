import { type FormEvent, lazy, Suspense } from 'react';
import { sendMessage } from '../../actions/turns';
import { roleOf, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { AttachButton } from '../attachments/attach-button';
import { Attached } from '../attachments/attached';
import { CompareButton } from '../compare/compare-button';
import { ModelPicker } from '../models/model-picker';
import { AddButton } from './add-button';
import styles from './composer.module.css';
import { ComposerName, ComposerNameButton } from './composer-name';
import { ContextNote, ContextUsage } from './context-usage';
import { MessageBox } from './message-box';
import { OnceModel } from './once-model';
import { PastedText } from './pasted-text';
import { SendButton } from './send-button';

// Its list is not needed before the first paint.
const RolePicker = lazy(async () => ({ default: (await import('./role-picker')).RolePicker }));

const AttachedToMessage = () => {
  const place = useConversation(({ chatId }) => chatKey(chatId));
  const role = useComposer((state) => roleOf(state, place));
  return <Attached place={place} role={role} />;
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
        <OnceModel />
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
