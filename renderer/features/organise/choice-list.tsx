import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../../preload/contract/fold-text';
import { isComposing } from '../../ui/composing';
import { TextField } from '../../ui/field';
import styles from './organise.module.css';

/** One of what can be chosen. */
export interface ListedChoice {
  readonly key: string;
  readonly name: string;
  /** Beside the name: always, or (`path`) only while the list is filtered and it does not stand where it belongs. */
  readonly note?: string;
  readonly path?: string;
  /** Levels below the top. */
  readonly depth?: number;
  readonly icon: ReactNode;
  readonly choose: () => void;
}

/** More than this many are filtered rather than looked through. */
const MANY = 8;

const step = (event: KeyboardEvent<HTMLElement>, list: HTMLElement | null): void => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || list === null) return;
  const buttons = [...list.querySelectorAll('button')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLButtonElement ? buttons.indexOf(activeElement) : -1;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
};

interface ChoiceListProps {
  readonly label: string;
  readonly filterLabel: string;
  readonly choices: readonly ListedChoice[];
}

/** A list to choose one from, by mouse or by arrow keys; a long one can be filtered, and Enter takes the first. */
export const ChoiceList = ({ label, filterLabel, choices }: ChoiceListProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [text, setText] = useState('');
  const wanted = foldText(text.trim());
  const shown = wanted === '' ? choices : choices.filter(({ name }) => foldText(name).includes(wanted));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent)) return;
    step(event, list.current);
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (wanted !== '') shown[0]?.choose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the field and the buttons within
    <div className={styles.chooser} onKeyDown={onKeyDown}>
      {choices.length > MANY && (
        <TextField label={filterLabel} type="search" value={text} autoFocus onText={setText} />
      )}
      <ul ref={list} className={styles.choices} aria-label={label}>
        {shown.map(
          ({ key, name, path, note = wanted === '' ? undefined : path, depth = 0, icon, choose }) => (
            <li key={key} style={{ paddingInlineStart: `${wanted === '' ? depth * 16 : 0}px` }}>
              <button type="button" className={styles.choice} onClick={choose}>
                {icon}
                <span dir="auto">{name}</span>
                {note !== undefined && <span className={styles.path}>{note}</span>}
              </button>
            </li>
          ),
        )}
      </ul>
      {shown.length === 0 && <p className={styles.quiet}>{t('organise.noMatch')}</p>}
    </div>
  );
};
