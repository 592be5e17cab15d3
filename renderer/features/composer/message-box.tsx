import { type ClipboardEvent, type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedPrompt } from '../../../preload/contract/prompts';
import { attachFiles, pastedFiles } from '../../actions/attachments';
import { flushDraft, pasteLong, typeMessage } from '../../actions/drafts';
import { scheduleEstimate } from '../../actions/estimates';
import { sendMessage } from '../../actions/turns';
import { useApp } from '../../stores/app-store';
import { boxOf, isTooLongForBox, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { setOnceModel } from '../../stores/once-model-store';
import { showPrompts } from '../../stores/prompts-store';
import { useView } from '../../stores/view-store';
import { isComposing, isSendKey } from '../../ui/composing';
import { textDirection } from '../../ui/text-direction';
import { fillVariables, variablesOf } from '../prompts/variables';
import { keyEdit } from './box-keys';
import { useCallToBox } from './call-to-box';
import styles from './composer.module.css';
import { editBox, putInBox } from './edit-box';
import { pasteRich } from './paste-rich';
import { LIST_ID, optionId, SuggestionList } from './suggestion-list';
import type { Trigger } from './trigger';
import { useRecall } from './use-recall';
import { type Suggestion, useSuggestions } from './use-suggestions';

const FillDialog = lazy(async () => ({ default: (await import('../prompts/fill-dialog')).FillDialog }));

/** Measuring a long text at every key press would freeze typing: beyond this the box keeps its greatest height. */
const GROWS_UP_TO = 8000;

/** Takes a long text that is pasted, dropped or put in by a program, before it freezes the box. */
const divertLongText = (event: InputEvent) => {
  const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  if (!isTooLongForBox(text)) return;
  event.preventDefault();
  pasteLong(text);
};

const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
  const files = pastedFiles(event.clipboardData);
  if (files.length === 0) return pasteRich(event);
  event.preventDefault();
  attachFiles(files);
};

/** The text box as such: written to when the program set the text, focused when another chat is shown. */
const useBox = (key: string) => {
  const box = useRef<HTMLTextAreaElement>(null);
  const revision = useComposer((state) => boxOf(state, key).revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: written to only when the program set the text
  useEffect(() => {
    const { text } = boxOf(useComposer.getState(), key);
    if (box.current !== null && box.current.value !== text) box.current.value = text;
  }, [key, revision]);

  const calls = useView((state) => state.boxCalls);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat, another text to type
  useEffect(() => box.current?.focus(), [key, calls]);
  useCallToBox(box);

  useEffect(() => {
    // React has no event of its own for this one. It comes before the box takes the text: afterwards is too late.
    const element = box.current;
    element?.addEventListener('beforeinput', divertLongText);
    return () => element?.removeEventListener('beforeinput', divertLongText);
  }, []);
  return box;
};

/** A stretch of the text that a prompt is put in the place of, once its variables are known. */
interface Filling {
  readonly prompt: SavedPrompt;
  readonly from: number;
  readonly to: number;
}

/** What is done with what is chosen of a list. */
const useChoosing = (box: ReturnType<typeof useBox>, key: string) => {
  const [filling, setFilling] = useState<Filling | null>(null);
  const put = ({ from, to }: Pick<Filling, 'from' | 'to'>, text: string) => {
    if (box.current !== null) putInBox(box.current, from, to, text);
  };
  const choose = (item: Suggestion, { start: from, query }: Trigger) => {
    const range = { from, to: from + 1 + query.length };
    if (item.kind === 'prompt') {
      const { prompt } = item;
      if (variablesOf(prompt.text).length > 0) setFilling({ prompt, ...range });
      else put(range, fillVariables(prompt.text, new Map()));
      return;
    }
    put(range, '');
    if (item.kind === 'library') return showPrompts(true);
    setOnceModel(key, item.model.id);
    scheduleEstimate(0);
  };
  const fill = (values: ReadonlyMap<string, string>) => {
    if (filling !== null) put(filling, fillVariables(filling.prompt.text, values));
    setFilling(null);
  };
  return { filling, choose, fill, cancel: () => setFilling(null) };
};

/** Keys of the box, each for whom it is meant first: the open list, what was sent, Markdown, sending. */
const useKeys = (
  box: ReturnType<typeof useBox>,
  key: string,
  suggestions: Pick<ReturnType<typeof useSuggestions>, 'takeKey'>,
) => {
  const recall = useRecall(box);
  const tabLeaves = useRef(false);
  const takesKey = (event: globalThis.KeyboardEvent, element: HTMLTextAreaElement): boolean => {
    if (suggestions.takeKey(event) || recall(event)) return true;
    const { value: text, selectionStart: start, selectionEnd: end } = element;
    if (event.key === 'Backspace' && end === 0) setOnceModel(key, null);
    const { platform } = useApp.getState();
    const edit = keyEdit(event, { text, start, end }, platform, tabLeaves.current);
    if (event.key !== 'Shift' && event.key !== 'Tab') tabLeaves.current = event.key === 'Escape';
    if (edit !== null) editBox(element, edit);
    else if (isSendKey(event)) void sendMessage();
    return edit !== null || isSendKey(event);
  };
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent) || !takesKey(event.nativeEvent, event.currentTarget)) return;
    event.preventDefault();
    event.stopPropagation();
  };
};

/** Where a message is typed. A slash calls up prompts, an at sign models, Up what was sent. */
export const MessageBox = () => {
  const { t } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const box = useBox(key);
  const long = useComposer((state) => boxOf(state, key).text.length > GROWS_UP_TO);
  const dir = useComposer((state) => textDirection(boxOf(state, key).text));
  const choosing = useChoosing(box, key);
  const suggestions = useSuggestions(box, choosing.choose);
  const onKeyDown = useKeys(box, key, suggestions);
  const { kind, items, active, refresh } = suggestions;
  const isOpen = items.length > 0;
  return (
    <>
      {isOpen && <SuggestionList kind={kind} items={items} active={active} onChoose={suggestions.choose} />}
      <textarea
        ref={box}
        rows={1}
        dir={dir}
        className={`${styles.box} ${long ? styles.long : ''}`}
        aria-label={t('composer.message')}
        aria-autocomplete="list"
        aria-controls={isOpen ? LIST_ID : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        placeholder={t('composer.placeholder')}
        spellCheck={!long}
        onChange={(event) => {
          typeMessage(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) refresh();
        }}
        onSelect={refresh}
        onCompositionStart={suggestions.close}
        onCompositionEnd={refresh}
        onKeyDown={onKeyDown}
        onPaste={paste}
        onBlur={() => {
          suggestions.close();
          flushDraft();
        }}
      />
      <span role="status" className="hidden-visually">
        {isOpen
          ? t(kind === 'prompt' ? 'prompts.found' : 'prompts.foundModels', { count: items.length })
          : ''}
      </span>
      {choosing.filling !== null && (
        <Suspense>
          <FillDialog
            prompt={choosing.filling.prompt}
            finalFocus={box}
            onFill={choosing.fill}
            onCancel={choosing.cancel}
          />
        </Suspense>
      )}
    </>
  );
};
