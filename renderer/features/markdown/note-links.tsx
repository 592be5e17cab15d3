import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './notes.module.css';
import { noReferences, type References } from './references';

/** The footnotes of a text. */
export interface Notes extends Pick<References, 'noteNumbers' | 'explained'> {
  /** Begins the ids of this text's footnotes. */
  readonly prefix: string;
}

export const NotesContext = createContext<Notes>({ ...noReferences, prefix: '' });

const goTo = (id: string) => (event: { preventDefault: () => void }) => {
  event.preventDefault();
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus({ preventScroll: true });
};

const noteId = (prefix: string, number: number) => `${prefix}note-${number}`;
const referenceId = (prefix: string, number: number) => `${prefix}reference-${number}`;

/** The number of a footnote where a text refers to it. */
export const NoteLink = ({ label }: { readonly label: string }) => {
  const { t } = useTranslation();
  const { noteNumbers, explained, prefix } = useContext(NotesContext);
  const number = noteNumbers.get(label);
  if (number === undefined) return null;
  // The note is still to come: there is nowhere to go.
  if (!explained.has(label)) return <sup data-note={number}>{number}</sup>;
  return (
    <sup data-note={number}>
      <a
        href={`#${noteId(prefix, number)}`}
        id={referenceId(prefix, number)}
        className={styles.noteLink}
        aria-label={t('markdown.note', { number })}
        onClick={goTo(noteId(prefix, number))}
      >
        {number}
      </a>
    </sup>
  );
};

/** The way back from a footnote to the text. */
export const NoteBackLink = ({ number }: { readonly number: number }) => {
  const { t } = useTranslation();
  const { prefix } = useContext(NotesContext);
  const id = referenceId(prefix, number);
  return (
    <a
      href={`#${id}`}
      className={styles.noteLink}
      data-unsearched
      aria-label={t('markdown.backFromNote', { number })}
      onClick={goTo(id)}
    >
      ↩
    </a>
  );
};

/** The id of a footnote. */
export const useNoteId = (number: number): string => noteId(useContext(NotesContext).prefix, number);
