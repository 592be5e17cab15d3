import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeFind, lookAgain, stepFind, typeFind } from '../../actions/find';
import { useConversation } from '../../stores/conversation-store';
import { countFinds, useFind } from '../../stores/find-store';
import { focusMessageBox } from '../../stores/view-store';
import { IconButton } from '../../ui/button';
import { isComposing } from '../../ui/composing';
import styles from './bar.module.css';

const Count = () => {
  const { t } = useTranslation();
  const { text, finds, at } = useFind();
  const count = countFinds(finds);
  if (text === '') return null;
  const place = { at: at + 1, count };
  const shown = count === 0 ? '0 / 0' : `${at + 1} / ${count}${finds.isWhole ? '' : '+'}`;
  return (
    <>
      <span aria-hidden className={styles.count}>
        {shown}
      </span>
      <span role="status" className="hidden-visually">
        {count === 0 ? t('find.spokenNone') : t('find.spoken', place)}
      </span>
    </>
  );
};

/** Gives the focus back to where it was, if that is still there. */
const useFocusBefore = () => {
  const before = useRef(document.activeElement);
  return () => {
    const element = before.current;
    if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus();
    else focusMessageBox();
  };
};

const FindBox = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const text = useFind((state) => state.text);
  const calls = useFind((state) => state.boxCalls);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each call asks for the focus anew
  useEffect(() => box.current?.select(), [calls]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') stepFind(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={box}
      type="search"
      className={styles.box}
      aria-label={t('find.label')}
      placeholder={t('find.label')}
      autoComplete="off"
      spellCheck={false}
      maxLength={1000}
      value={text}
      onChange={(event) => typeFind(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
};

/** Finds a text in the chat on screen. */
export const FindBar = () => {
  const { t } = useTranslation();
  const none = useFind(({ finds }) => finds.messages.length === 0);
  const entries = useConversation(({ transcript }) => transcript.entries);
  const chatId = useConversation((state) => state.chatId);
  const focusBefore = useFocusBefore();
  const close = () => {
    closeFind();
    focusBefore();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other messages may have other finds
  useEffect(lookAgain, [entries]);
  useEffect(() => {
    if (chatId === null) closeFind();
  }, [chatId]);
  return (
    <search aria-label={t('find.label')} className={styles.bar}>
      <FindBox onClose={close} />
      <Count />
      <IconButton label={t('find.previous')} keys="Shift+F3" disabled={none} onClick={() => stepFind(-1)}>
        <ChevronUp size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('find.next')} keys="F3" disabled={none} onClick={() => stepFind(1)}>
        <ChevronDown size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('find.close')} keys="Escape" onClick={close}>
        <X size={15} aria-hidden />
      </IconButton>
    </search>
  );
};
